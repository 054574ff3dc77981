import { isUln } from '@rollbook/model';
import { fileRule } from '../../rule.js';
import { SeenNumbers } from '../../seen-numbers.js';
import { census } from '../../sources.js';

export const ulnTwice = fileRule({
  code: '1578',
  title: 'Another pupil of the school has the same ULN',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['uln'],
  help: 'Find out which of the two pupils the ULN belongs to, or whether the school holds one pupil twice.',
  source: census(1578),
  begin: () => {
    const seen = new SeenNumbers();
    return { see: ({ uln, school }) => uln !== undefined && isUln(uln) && seen.again(school, Number(uln)) };
  },
});
