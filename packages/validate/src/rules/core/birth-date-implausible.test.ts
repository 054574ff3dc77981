import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { birthDateImplausible } from './birth-date-implausible.js';

proveRule(birthDateImplausible, {
  fails: {
    'last century': aPupil({ birthDate: '1915-05-17' }),
    'just 28': aPupil({ birthDate: '1998-10-01' }),
  },
  passes: {
    'still 27': aPupil({ birthDate: '1998-10-02' }),
    'a baby in a nursery': aPupil({ birthDate: '2026-01-09' }),
  },
});
