import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fundedHoursReception = pupilRule({
  code: '5170',
  title: 'Funded hours are given for a child of four in reception or above',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['fundedHours'],
  help: 'From reception on a place is funded as that of a school: ask for the year group.',
  source: census(5170),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ fundedHours = 0 }, { age, stage }) => fundedHours > 0 && age === 4 && stage === 'school',
    ),
});
