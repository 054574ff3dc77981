import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { nameDigits } from './name-digits.js';

proveRule(nameDigits, {
  fails: {
    'a digit': { records: aPupil({ surname: 'Sm1th' }), value: 'Sm1th' },
    'a note': { records: aPupil({ forename: 'Jo (left)' }), field: 'forename' },
  },
  passes: {
    'an apostrophe, a hyphen and an accent': aPupil(),
    'initials with full stops': aPupil({ middleNames: 'A. J.' }),
    'another apostrophe': aPupil({ surname: 'O’Neill' }),
  },
});
