import { EXPANDED, judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** For three and four alone until under-threes came in with expanded hours. */
export const eyppAge = pupilRule({
  code: '1861',
  title: 'Early years pupil premium is given for a child of another age',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['eypp'],
  help: 'It is for children under five who have funded or expanded hours: ask the school for the date of birth.',
  source: census(1861),
  broken: (group, context) => {
    const { academicYear } = context;
    return judgeFunding(
      group,
      context,
      ({ eypp }, { age }) => eypp === true && (age >= 5 || (age < 3 && academicYear < EXPANDED)),
    );
  },
});
