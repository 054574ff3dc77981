import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const exclusionPermanentSessions = recordRule({
  code: '2330',
  title: 'Permanent exclusion has a number of sessions',
  severity: 'info',
  kinds: ['exclusion'],
  fields: ['sessions', 'category'],
  help: 'Sessions are for suspensions and lunchtime exclusions; ask the school whether the category is right.',
  source: census(2330),
  broken: ({ category, sessions }) => category === 'PERM' && sessions !== undefined && sessions > 0,
});
