import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { sexDiffers } from './sex-differs.js';

const school = '8564002';

proveRule(sexDiffers, {
  fails: {
    'the second school has another': {
      records: [aPupil({ uln: '1' }), aPupil({ school, sex: 'M' })],
      value: 'M',
    },
    'the third, where the second has none': [
      aPupil({ uln: '1' }),
      aPupil({ school, sex: undefined }),
      aPupil({ school: '8564003', sex: 'M' }),
    ],
  },
  passes: {
    'one at both': [aPupil({ uln: '1' }), aPupil({ school, uln: '1' })],
    'none at the other': [aPupil({ uln: '1' }), aPupil({ school, sex: undefined })],
  },
});
