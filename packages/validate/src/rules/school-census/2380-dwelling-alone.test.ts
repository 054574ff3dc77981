import { proveRule } from '../../testing/prove-rule.js';
import { aContact, aPupil } from '../../testing/samples.js';
import { dwellingAlone } from './2380-dwelling-alone.js';

proveRule(dwellingAlone, {
  fails: {
    'a house': aPupil({ address: { paon: '1', postcode: 'LE1 1AA' } }),
    'a flat of a contact': aContact({ address: { saon: 'Flat 2', street: ' ' } }),
  },
  passes: {
    street: aPupil({ address: { paon: '1', street: 'High Street' } }),
    locality: aPupil({ address: { paon: '1', locality: 'Oadby' } }),
    town: aPupil({ address: { saon: '1', town: 'Leicester' } }),
    'administrative area': aPupil({ address: { paon: '1', administrativeArea: 'Leicestershire' } }),
    'post town': aPupil({ address: { paon: '1', postTown: 'Leicester' } }),
    'lines alone': aPupil(),
    'no address': aPupil({ address: undefined }),
  },
});
