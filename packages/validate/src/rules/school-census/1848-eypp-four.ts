import { isOfReturn } from '../../census-return.js';
import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of returns alone: other extracts tell of who has it. */
export const eyppOfFour = pupilRule({
  code: '1848',
  title: 'Early years pupil premium of a four-year-old in a nursery year is not told',
  severity: 'info',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['eypp'],
  help: 'Ask the school for yes or no.',
  source: census(1848),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      (funding, { age, stage }) =>
        isOfReturn(funding) && age === 4 && stage === 'nursery' && funding.eypp === undefined,
    ),
});
