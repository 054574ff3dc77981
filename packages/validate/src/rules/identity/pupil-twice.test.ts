import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { pupilTwice } from './pupil-twice.js';

proveRule(pupilTwice, {
  fails: {
    'one pupil under two UPNs': [aPupil(), aPupil({ key: 'other', upn: undefined })],
    'in capitals': [aPupil(), aPupil({ key: 'other', surname: "O'HARA-SINGH", forename: 'ZOË' })],
  },
  passes: {
    twins: [aPupil(), aPupil({ key: 'other', forename: 'Zia' })],
    'one name and two birthdays': [aPupil(), aPupil({ key: 'other', birthDate: '2015-05-18' })],
    'a pupil on the rolls of two schools': [aPupil(), aPupil({ school: '8564002' })],
    'two without a date of birth': [aPupil({ birthDate: undefined }), aPupil({ birthDate: undefined })],
  },
});
