import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { surnameMissing } from './1580-surname-missing.js';

proveRule(surnameMissing, {
  fails: { 'no surname': aPupil({ surname: undefined }), blank: aPupil({ surname: '  ' }) },
  passes: { 'a surname': aPupil() },
});
