import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { addressShort } from './2350-address-short.js';

const postcode = 'LE1 1AA';

proveRule(addressShort, {
  fails: {
    'a postcode alone': [aPupil({ address: { postcode } }), anEnrolment()],
    'blank lines and street': aPupil({ address: { lines: [' ', ''], street: ' ', postcode } }),
    'a house number alone': aPupil({ address: { paon: '1', lines: [] } }),
  },
  passes: {
    lines: aPupil(),
    street: aPupil({ address: { street: 'High Street' } }),
    locality: aPupil({ address: { locality: 'Oadby' } }),
    town: aPupil({ address: { town: 'Leicester' } }),
    'administrative area': aPupil({ address: { administrativeArea: 'Leicestershire' } }),
    'post town': aPupil({ address: { postTown: 'Leicester' } }),
    'no address': aPupil({ address: undefined }),
    'no longer on roll': [aPupil({ address: { postcode } }), anEnrolment({ current: false })],
    'no pupil record': anEnrolment(),
  },
});
