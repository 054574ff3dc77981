import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** That the child has funded hours is looked at by 5235. */
export const basisAge = pupilRule({
  code: '3200',
  title: 'Basis of funding is given for a child who is not two',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['basis'],
  help: 'The basis is for two-year-olds alone, from the term after the birthday: ask for the date of birth.',
  source: census(3200),
  broken: (group, context) =>
    judgeFunding(group, context, ({ basis }, { age }) => basis !== undefined && age !== 2),
});
