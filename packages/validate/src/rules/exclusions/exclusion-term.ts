import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** By months, with room on either side of Easter and August. */
export const exclusionTerm = recordRule({
  code: 'exclusion-term',
  title: 'Exclusion begins in another term than it says',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['term', 'startDate'],
  help: 'Ask the school which is right, the term or the first day.',
  source: byDefinition('exclusion'),
  broken: ({ term, startDate }) => {
    if (term === undefined || startDate === undefined) return false;
    const month = startDate.slice(5, 7);
    if (term === 'AUT') return month >= '02' && month <= '07';
    if (term === 'SPR') return month > '04';
    return term === 'SUM' && (month < '04' || month > '08');
  },
});
