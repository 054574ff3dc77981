import { proveRule } from '../../testing/prove-rule.js';
import { aContact, aPupil } from '../../testing/samples.js';
import { postcodeInvalid } from './2340-postcode-invalid.js';

const at = (postcode: string | undefined) => aPupil({ address: { lines: ['1 High Street'], postcode } });

proveRule(postcodeInvalid, {
  fails: {
    'a town': { records: at('Leicester'), value: 'Leicester' },
    'an inward code with an O': at('LE1 OAA'),
    'a postcode cut short': at('LE1 1'),
    'something before it': at('1 LE1 1AA'),
    'something behind it': at('LE1 1AAA'),
    'three letters': at('LEI1 1AA'),
    'no digit before the blank': at('LE 1AA'),
    'two blanks': at('LE1  1AA'),
    'a letter that inward codes lack': at('LE1 1AC'),
    blank: { records: at(' '), severity: 'info' },
    'a contact’s': aContact({ address: { postcode: '12345' } }),
    missing: { records: at(undefined), severity: 'info' },
  },
  passes: {
    'every pattern': ['M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX', 'EC1A 1BB'].map(at),
    'small letters and no blank': at('le11aa'),
    'no address': aPupil({ address: undefined }),
  },
});
