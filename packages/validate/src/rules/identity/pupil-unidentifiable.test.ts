import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { pupilUnidentifiable } from './pupil-unidentifiable.js';

proveRule(pupilUnidentifiable, {
  fails: {
    'a name alone': aPupil({ upn: undefined, birthDate: undefined }),
    'no forename': aPupil({ upn: undefined, forename: ' ' }),
  },
  passes: {
    'a UPN alone': aPupil({ surname: undefined, forename: undefined, birthDate: undefined }),
    'an id alone': aPupil({ upn: undefined, surname: undefined, supplierIds: { guid: '1' } }),
    'name and date of birth': aPupil({ upn: undefined }),
  },
});
