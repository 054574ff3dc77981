import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { ulnMissing } from './1570-uln-missing.js';

proveRule(ulnMissing, {
  fails: { 'fourteen today': aPupil({ birthDate: '2012-10-01' }) },
  passes: {
    'fourteen tomorrow': aPupil({ birthDate: '2012-10-02' }),
    'fourteen, with a ULN': aPupil({ birthDate: '2012-10-01', uln: '1000000051' }),
    'no date of birth': aPupil({ birthDate: undefined }),
  },
});
