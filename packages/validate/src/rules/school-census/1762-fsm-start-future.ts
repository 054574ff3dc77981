import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fsmStartFuture = recordRule({
  code: '1762',
  title: 'Spell of free school meals begins in the future',
  severity: 'query',
  kinds: ['fsm-spell'],
  fields: ['startDate'],
  help: 'Ask the school for the day from which the pupil is eligible.',
  source: census(1762),
  broken: ({ startDate }, { asOf }) => startDate !== undefined && startDate > asOf,
});
