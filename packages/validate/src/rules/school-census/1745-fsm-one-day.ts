import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fsmOneDay = recordRule({
  code: '1745',
  title: 'Spell of free school meals is one day long',
  severity: 'query',
  kinds: ['fsm-spell'],
  fields: ['endDate', 'startDate'],
  help: 'A day of eligibility brings pupil premium for years: ask the school whether it is right.',
  source: census(1745),
  broken: ({ startDate, endDate }) => startDate !== undefined && startDate === endDate,
});
