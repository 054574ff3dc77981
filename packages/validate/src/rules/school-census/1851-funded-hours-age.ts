import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** No hours at all are none given: MIS write 0. */
export const fundedHoursAge = pupilRule({
  code: '1851',
  title: 'Funded hours are given for a child of another age than two to four',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['fundedHours'],
  help: 'Ask the school for the date of birth, and whether the hours are expanded ones of a younger child.',
  source: census(1851),
  broken: (group, context) =>
    judgeFunding(group, context, ({ fundedHours = 0 }, { age }) => fundedHours > 0 && (age >= 5 || age < 2)),
});
