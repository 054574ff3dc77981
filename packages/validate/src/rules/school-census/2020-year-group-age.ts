import { currentEnrolments } from '../../current-enrolments.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { yearsOff } from '../../years-off.js';

/** From two years on, as the DfE asks; one year is `year-group-age`. */
export const yearGroupTwoOff = pupilRule({
  code: '2020',
  title: 'Year group is two years or more from that of the pupil’s age',
  severity: 'query',
  kinds: ['enrolment', 'pupil'],
  fields: ['yearGroup', 'birthDate'],
  help: 'Ask the school for the reason; if there is none, year group or date of birth is wrong.',
  source: census(2020),
  broken: (group, { asOf }) => {
    const birthDate = group.pupil?.birthDate;
    return currentEnrolments(group, asOf)
      .filter((record) => (yearsOff(record, birthDate, asOf) ?? 0) >= 2)
      .map((record) => ({ record }));
  },
});
