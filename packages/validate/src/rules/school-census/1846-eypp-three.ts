import { isOfReturn } from '../../census-return.js';
import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of returns alone: other extracts tell of who has it. */
export const eyppOfThree = pupilRule({
  code: '1846',
  title: 'Early years pupil premium of a three-year-old is not told',
  severity: 'info',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['eypp'],
  help: 'Ask the school for yes or no.',
  source: census(1846),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      (funding, { age }) => isOfReturn(funding) && age === 3 && funding.eypp === undefined,
    ),
});
