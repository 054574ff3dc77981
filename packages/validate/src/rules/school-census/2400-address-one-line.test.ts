import { proveRule } from '../../testing/prove-rule.js';
import { aContact, aPupil } from '../../testing/samples.js';
import { addressOneLine } from './2400-address-one-line.js';

const lines = ['1 High Street'];

proveRule(addressOneLine, {
  fails: {
    one: aPupil({ address: { lines } }),
    'one of three told': aContact({ address: { lines: ['1 High Street', '', ' '], postcode: 'LE1 1AA' } }),
  },
  passes: {
    two: aPupil(),
    'no lines': aPupil({ address: { lines: [''] } }),
    street: aPupil({ address: { lines, street: 'High Street' } }),
    locality: aPupil({ address: { lines, locality: 'Oadby' } }),
    town: aPupil({ address: { lines, town: 'Leicester' } }),
    'post town': aPupil({ address: { lines, postTown: 'Leicester' } }),
    'administrative area': aPupil({ address: { lines, administrativeArea: 'Leicestershire' } }),
    county: aPupil({ address: { lines, county: 'Leicestershire' } }),
    'parts alone': aPupil({ address: { street: 'High Street' } }),
    'no address': aPupil({ address: undefined }),
  },
});
