import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { birthDateMissing } from './1600-birth-date-missing.js';

proveRule(birthDateMissing, {
  fails: {
    none: aPupil({ birthDate: undefined }),
    'one that could not be read': {
      records: aPupil({ birthDate: undefined, sent: { birthDate: '31/02/2015' } }),
      value: '31/02/2015',
    },
  },
  passes: { 'a date of birth': aPupil() },
});
