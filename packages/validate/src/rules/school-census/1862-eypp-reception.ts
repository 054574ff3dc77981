import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const eyppReception = pupilRule({
  code: '1862',
  title: 'Early years pupil premium is given for a child of four in reception or above',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['eypp'],
  help: 'From reception on a pupil has the pupil premium of schools.',
  source: census(1862),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ eypp }, { age, stage }) => eypp === true && age === 4 && stage === 'school',
    ),
});
