import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionPermanentTwice } from './2285-exclusion-permanent-twice.js';

const permanent = anExclusion({ category: 'PERM', sessions: undefined });

proveRule(exclusionPermanentTwice, {
  fails: {
    two: [permanent, { ...permanent, key: 'b', startDate: '2026-09-21' }],
    'told of the later': {
      records: [{ ...permanent, key: 'a', startDate: '2026-09-21' }, permanent],
      key: 'a',
    },
  },
  passes: {
    'one beside a suspension': [permanent, anExclusion()],
    'two from two schools': [permanent, { ...permanent, key: 'b', attended: '8564002' }],
  },
});
