import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnShared } from './upn-shared.js';

const school = '8564002';

proveRule(upnShared, {
  fails: {
    'another forename and birth date': [
      aPupil(),
      aPupil({ school, forename: 'Max', birthDate: '2014-01-02' }),
    ],
    'another surname and forename': [aPupil(), aPupil({ school, surname: 'Other', forename: 'Max' })],
    'another birth date and sex': [aPupil(), aPupil({ school, birthDate: '2014-01-02', sex: 'M' })],
    'another surname and sex': [aPupil(), aPupil({ school, surname: 'Other', sex: 'M' })],
  },
  passes: {
    'another forename alone': [aPupil(), aPupil({ school, forename: 'Max' })],
    'another birth date alone': [aPupil(), aPupil({ school, birthDate: '2014-01-02' })],
    'another sex alone': [aPupil(), aPupil({ school, sex: 'M' })],
    'what the first leaves out': [
      aPupil({ surname: undefined, forename: undefined, birthDate: undefined, sex: undefined }),
      aPupil({ school }),
    ],
    'no date of birth and another sex': [aPupil(), aPupil({ school, birthDate: undefined, sex: 'M' })],
    'another surname alone': [aPupil(), aPupil({ school, surname: 'Other' })],
    'names in capitals': [aPupil(), aPupil({ school, surname: "O'HARA-SINGH", forename: 'ZOË' })],
    'what one school leaves out': [
      aPupil(),
      aPupil({ school, surname: undefined, forename: undefined, sex: undefined }),
    ],
  },
});
