import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { namePlaceholder } from './name-placeholder.js';

proveRule(namePlaceholder, {
  fails: {
    'a word for none': aPupil({ surname: 'UNKNOWN' }),
    'letters over and over': { records: aPupil({ forename: 'Xxx' }), field: 'forename' },
    'no letters': aPupil({ surname: '-' }),
  },
  passes: {
    'a short name': aPupil({ surname: 'Ng', forename: 'Li' }),
    'a name that holds such a word': aPupil({ surname: 'Testa', forename: 'Nilufar' }),
    'a name in another script': aPupil({ surname: 'Łęcki', forename: '李' }),
    'no name': aPupil({ surname: undefined, forename: ' ' }),
  },
});
