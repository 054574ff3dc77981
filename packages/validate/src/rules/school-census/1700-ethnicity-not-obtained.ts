import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';

export const ethnicityNotObtained = fileRule({
  code: '1700',
  title: 'Ethnicity is not obtained of more than 10 in a hundred pupils',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['ethnicity'],
  help: 'Ask the school to ask parents, and to use REFU where they do not want to say.',
  source: census(1700),
  begin: () => {
    const share = new Share();

    return {
      see: ({ ethnicity }) => {
        share.add(ethnicity === 'NOBT');
        return false;
      },
      end: () => share.isAbove(10),
    };
  },
});
