import { EXPANDED, isPastNursery, judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Under-threes have codes since expanded hours came in. */
export const eligibilityCodeAge = pupilRule({
  code: '3110',
  title: 'Eligibility code is given for a child who is too old or too young',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['eligibilityCode'],
  help: 'Ask the school for age and year group: the code is for hours before reception.',
  source: census(3110),
  broken: (group, context) => {
    const { academicYear } = context;
    return judgeFunding(
      group,
      context,
      ({ eligibilityCode }, child) =>
        eligibilityCode !== undefined && (isPastNursery(child) || (child.age < 3 && academicYear < EXPANDED)),
    );
  },
});
