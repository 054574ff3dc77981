import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fsmAbroadOpen = recordRule({
  code: '1765',
  title: 'Spell of free school meals in another country of the UK has not ended',
  severity: 'query',
  kinds: ['fsm-spell'],
  fields: ['endDate', 'country'],
  help: 'A pupil at a school in England is eligible in England: ask the school for the end of the earlier spell.',
  source: census(1765),
  broken: ({ country, endDate }, { asOf }) =>
    country !== undefined && country !== 'ENG' && (endDate === undefined || endDate >= asOf),
});
