import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';
import { yearsOff } from '../../years-off.js';

/** The pupil stands before the records about it. */
export const yearGroupsOff = fileRule({
  code: '2010',
  title: 'Ten or more in a hundred pupils are in another year group than that of their age',
  severity: 'query',
  kinds: ['enrolment', 'pupil'],
  fields: ['yearGroup', 'birthDate'],
  help: 'Ask the school whether pupils were moved up to their new year groups before the export.',
  source: census(2010),
  begin: () => {
    const share = new Share();
    let birthDate: string | undefined;
    return {
      see: (record, { asOf }) => {
        if (record.kind === 'pupil') {
          birthDate = record.birthDate;
        } else if (record.current === true) {
          const off = yearsOff(record, birthDate, asOf);
          if (off !== undefined) share.add(off > 0);
        }
        return false;
      },
      end: () => share.isAtLeast(10),
    };
  },
});
