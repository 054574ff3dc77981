import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnTwice } from './1520-upn-twice.js';

proveRule(upnTwice, {
  fails: {
    'two pupils with one UPN': [aPupil(), aPupil({ key: 'upn:other', forename: 'Ali' })],
    'three of them, told of the second and third': { records: [aPupil(), aPupil(), aPupil()], count: 2 },
  },
  passes: {
    'one pupil': aPupil(),
    'a pupil on the rolls of two schools': [aPupil(), aPupil({ school: '8564002' })],
    'two pupils without a UPN': [aPupil({ upn: undefined }), aPupil({ upn: undefined })],
  },
});
