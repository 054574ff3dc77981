import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionTerm } from './exclusion-term.js';

proveRule(exclusionTerm, {
  fails: {
    'spring in September': anExclusion({ term: 'SPR' }),
    'summer in September': anExclusion({ term: 'SUM' }),
    'autumn in July': anExclusion({ term: 'AUT', startDate: '2026-07-01' }),
    'autumn in February': anExclusion({ term: 'AUT', startDate: '2026-02-01' }),
    'summer in March': anExclusion({ term: 'SUM', startDate: '2026-03-31' }),
    'spring in May': anExclusion({ term: 'SPR', startDate: '2026-05-01' }),
  },
  passes: {
    autumn: anExclusion({ term: 'AUT' }),
    'autumn in August': anExclusion({ term: 'AUT', startDate: '2026-08-28' }),
    'autumn in January': anExclusion({ term: 'AUT', startDate: '2026-01-05' }),
    'spring in April': anExclusion({ term: 'SPR', startDate: '2026-04-30' }),
    'spring in January': anExclusion({ term: 'SPR', startDate: '2026-01-05' }),
    'summer in April': anExclusion({ term: 'SUM', startDate: '2026-04-13' }),
    'summer in August': anExclusion({ term: 'SUM', startDate: '2026-08-03' }),
    'an unknown term': anExclusion({ term: '1' }),
    'not told': anExclusion(),
    'no start': anExclusion({ term: 'SPR', startDate: undefined }),
  },
});
