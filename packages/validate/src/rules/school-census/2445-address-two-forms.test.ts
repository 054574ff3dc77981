import { proveRule } from '../../testing/prove-rule.js';
import { aContact, aPupil } from '../../testing/samples.js';
import { addressTwoForms } from './2445-address-two-forms.js';

const lines = ['1 High Street', ''];

proveRule(addressTwoForms, {
  fails: {
    'lines and a house': aPupil({ address: { lines, paon: '1' } }),
    'lines and a flat': aContact({ address: { lines, saon: 'Flat 1' } }),
    'lines and a street': aPupil({ address: { lines, street: 'High Street' } }),
  },
  passes: {
    'lines and a town': aPupil({ address: { lines, town: 'Leicester' } }),
    'blank lines': aPupil({ address: { lines: [' '], street: 'High Street' } }),
    'parts alone': aPupil({ address: { paon: '1', street: 'High Street' } }),
    'no address': aPupil({ address: undefined }),
  },
});
