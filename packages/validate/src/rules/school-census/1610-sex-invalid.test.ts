import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { sexInvalid } from './1610-sex-invalid.js';

proveRule(sexInvalid, {
  fails: {
    missing: aPupil({ sex: undefined }),
    'another code': aPupil({ sex: 'U' }),
    'a word': aPupil({ sex: 'Male' }),
  },
  passes: { F: aPupil(), M: aPupil({ sex: 'M' }) },
});
