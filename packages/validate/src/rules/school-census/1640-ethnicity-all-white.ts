import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';

/** A pupil without an ethnicity is none of them. */
export const ethnicityAllWhite = fileRule({
  code: '1640',
  title: 'All pupils of the file are from a White background',
  severity: 'info',
  kinds: ['pupil'],
  fields: ['ethnicity'],
  help: 'It may well be so: ask the school whether WBRI is what its system fills in.',
  source: census(1640),
  begin: () => {
    const share = new Share();

    return {
      see: ({ ethnicity }) => {
        share.add(ethnicity?.startsWith('W') === true);
        return false;
      },
      end: () => share.isAtLeast(100),
    };
  },
});
