import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const exclusionDayClosed = recordRule({
  code: 'exclusion-day-closed',
  title: 'Exclusion begins on a day when the school is closed',
  severity: 'info',
  kinds: ['exclusion'],
  fields: ['startDate'],
  help: 'Ask the school for the first day of the exclusion.',
  source: byDefinition('exclusion'),
  broken: ({ startDate, school }, { calendar }) =>
    startDate !== undefined && calendar.isSchoolDay(startDate, school) === false,
});
