import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { ulnDiffers } from './uln-differs.js';

const school = '8564002';

proveRule(ulnDiffers, {
  fails: {
    'the second school has another': {
      records: [aPupil({ uln: '1' }), aPupil({ school, uln: '2' })],
      value: '2',
    },
    'the third, where the second has none': [
      aPupil({ uln: '1' }),
      aPupil({ school, uln: undefined }),
      aPupil({ school: '8564003', uln: '2' }),
    ],
  },
  passes: {
    'one at both': [aPupil({ uln: '1' }), aPupil({ school, uln: '1' })],
    'none at the other': [aPupil({ uln: '1' }), aPupil({ school, uln: undefined })],
  },
});
