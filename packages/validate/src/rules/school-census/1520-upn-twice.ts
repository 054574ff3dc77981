import { isUpn } from '@rollbook/model';
import { fileRule } from '../../rule.js';
import { SeenNumbers } from '../../seen-numbers.js';
import { census } from '../../sources.js';
import { upnNumber } from '../../upn-number.js';

/** Of two pupils with one UPN the second is named, since it would be loaded over the first. */
export const upnTwice = fileRule({
  code: '1520',
  title: 'Another pupil of the school has the same UPN',
  severity: 'error',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'Find out which of the two pupils the UPN belongs to, or whether the school holds one pupil twice.',
  source: census(1520),
  begin: () => {
    const seen = new SeenNumbers();
    return {
      // A UPN that is wrong is no proof that two pupils share it.
      see: ({ upn, school }) => upn !== undefined && isUpn(upn) && seen.again(school, upnNumber(upn)),
    };
  },
});
