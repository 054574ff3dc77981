import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { birthDateDiffers } from './birth-date-differs.js';

const school = '8564002';

proveRule(birthDateDiffers, {
  fails: {
    'the second school has another': {
      records: [aPupil({ uln: '1' }), aPupil({ school, birthDate: '2015-05-18' })],
      value: '2015-05-18',
    },
    'the third, where the second has none': [
      aPupil({ uln: '1' }),
      aPupil({ school, birthDate: undefined }),
      aPupil({ school: '8564003', birthDate: '2015-05-18' }),
    ],
  },
  passes: {
    'one at both': [aPupil({ uln: '1' }), aPupil({ school, uln: '1' })],
    'none at the other': [aPupil({ uln: '1' }), aPupil({ school, birthDate: undefined })],
  },
});
