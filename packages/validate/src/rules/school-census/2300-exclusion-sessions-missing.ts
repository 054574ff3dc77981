import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const exclusionSessionsMissing = recordRule({
  code: '2300',
  title: 'Suspension or lunchtime exclusion has no number of sessions',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['sessions', 'category'],
  help: 'Ask the school for the length in sessions; a school day is two.',
  source: census(2300),
  broken: ({ category, sessions }) =>
    (category === 'SUSP' || category === 'FIXD' || category === 'LNCH') &&
    (sessions === undefined || sessions === 0),
});
