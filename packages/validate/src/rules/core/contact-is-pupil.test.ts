import { proveRule } from '../../testing/prove-rule.js';
import { aContact, aPupil } from '../../testing/samples.js';
import { contactIsPupil } from './contact-is-pupil.js';

proveRule(contactIsPupil, {
  fails: {
    'in capitals': [aPupil(), aContact({ surname: "O'HARA-SINGH", forename: 'ZOË' })],
  },
  passes: {
    'one surname': [aPupil(), aContact({ surname: "O'Hara-Singh" })],
    'one forename': [aPupil(), aContact({ forename: 'Zoë' })],
    'no name of the pupil': [
      aPupil({ surname: undefined }),
      aContact({ surname: undefined, forename: 'Zoë' }),
    ],
  },
});
