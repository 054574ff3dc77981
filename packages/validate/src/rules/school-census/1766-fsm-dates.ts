import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fsmDates = recordRule({
  code: '1766',
  title: 'Spell of free school meals ends before it begins',
  severity: 'error',
  kinds: ['fsm-spell'],
  fields: ['endDate', 'startDate'],
  help: 'Ask the school for both dates.',
  source: census(1766),
  broken: ({ startDate, endDate }) => startDate !== undefined && endDate !== undefined && endDate < startDate,
});
