import { EXPANDED, isPastNursery, judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** For three and four alone until under-threes came in with expanded hours. */
export const disabilityAccessFundAge = pupilRule({
  code: '3120',
  title: 'Disability access fund is given for a child who is too old or too young',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['disabilityAccessFund'],
  help: 'It is for children before reception: ask the school for age and year group.',
  source: census(3120),
  broken: (group, context) => {
    const { academicYear } = context;
    return judgeFunding(
      group,
      context,
      ({ disabilityAccessFund }, child) =>
        disabilityAccessFund === true && (isPastNursery(child) || (child.age < 3 && academicYear < EXPANDED)),
    );
  },
});
