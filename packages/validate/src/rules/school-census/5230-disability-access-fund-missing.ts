import { isOfReturn } from '../../census-return.js';
import { isThreeOrFour, judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of returns alone: other extracts tell of who has it. */
export const disabilityAccessFundMissing = pupilRule({
  code: '5230',
  title: 'Disability access fund of a child of three or four is not told',
  severity: 'info',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['disabilityAccessFund'],
  help: 'Ask the school for yes or no.',
  source: census(5230),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      (funding, child) =>
        isOfReturn(funding) && funding.disabilityAccessFund === undefined && isThreeOrFour(child),
    ),
});
