import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A bare yes or no, as spreadsheets have it, is no spell and needs no start. */
export const fsmStartMissing = recordRule({
  code: '1761',
  title: 'Spell of free school meals has no start date',
  severity: 'query',
  kinds: ['fsm-spell'],
  fields: ['startDate', 'eligible'],
  help: 'Ask the school for the day from which the pupil was eligible.',
  source: census(1761),
  broken: ({ startDate, eligible }) => startDate === undefined && eligible === undefined,
});
