import { formatUln } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { ulnInvalid } from './1575-uln-invalid.js';

const uln = formatUln('123456789')!;
const lastDigit = Number(uln.slice(9));

proveRule(ulnInvalid, {
  fails: {
    'nine digits': aPupil({ uln: uln.slice(0, 9) }),
    'another check digit': aPupil({ uln: uln.slice(0, 9) + String((lastDigit + 1) % 10) }),
    'the placeholder of the ILR': aPupil({ uln: '9999999999' }),
  },
  passes: { 'a ULN': aPupil({ uln }), none: aPupil(), blank: aPupil({ uln: '' }) },
});
