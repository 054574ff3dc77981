import { MOST_HOURS } from '../../early-years.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fundedHoursBesideExtended = recordRule({
  code: '3150',
  title: 'Child with extended hours has more than 15 funded hours',
  severity: 'query',
  kinds: ['early-years-funding'],
  fields: ['fundedHours', 'extendedHours'],
  help: 'Hours over 15 of working parents are extended hours: ask the school for both.',
  source: census(3150),
  broken: ({ fundedHours = 0, extendedHours = 0 }) => extendedHours > 0 && fundedHours > MOST_HOURS,
});
