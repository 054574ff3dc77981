import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { namePlaceholder } from './name-placeholder.js';

proveRule(namePlaceholder, {
  fails: {
    'a word for none': aPupil({ surname: 'UNKNOWN' }),
    'letters over and over': { records: aPupil({ forename: 'Xxx' }), field: 'forename' },
    'no letters': aPupil({ surname: '-' }),
    'no letters, several times': aPupil({ surname: '---' }),
    ...Object.fromEntries(
      ['first name', 'Firstname', 'last name', 'Lastname', 'delete', 'DELETED'].map((surname) => [
        surname,
        aPupil({ surname }),
      ]),
    ),
  },
  passes: {
    'a short name': aPupil({ surname: 'Ng', forename: 'Li' }),
    'a name that ends with such a word': aPupil({ surname: 'Brightest' }),
    'a name that holds such a word': aPupil({ surname: 'Testa', forename: 'Nilufar' }),
    'a name in another script': aPupil({ surname: 'Łęcki', forename: '李' }),
    'no name': aPupil({ surname: undefined, forename: ' ' }),
  },
});
