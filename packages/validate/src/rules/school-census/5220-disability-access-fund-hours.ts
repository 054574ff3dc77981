import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Expanded hours of under-threes are hours as well since they came in. */
export const disabilityAccessFundHours = recordRule({
  code: '5220',
  title: 'Disability access fund is given for a child without funded hours of any kind',
  severity: 'query',
  kinds: ['early-years-funding'],
  fields: ['disabilityAccessFund', 'fundedHours', 'extendedHours', 'expandedHours'],
  help: 'The fund goes with funded, extended or expanded hours: ask the school for them.',
  source: census(5220),
  broken: ({ disabilityAccessFund, fundedHours = 0, extendedHours = 0, expandedHours = 0 }) =>
    disabilityAccessFund === true && fundedHours <= 0 && extendedHours <= 0 && expandedHours <= 0,
});
