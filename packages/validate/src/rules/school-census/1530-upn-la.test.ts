import { formatUpn } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnLa } from './1530-upn-la.js';

const upnOf = (la: number) => formatUpn({ la, establishment: 4001, year: 20, serial: 1 });

proveRule(upnLa, {
  fails: {
    'four characters, the last three of no LA': aPupil({ upn: 'A817' }),
    'a number of no LA': aPupil({ upn: upnOf(817) }),
    'letters in place of the number': aPupil({ upn: 'ABCD400120001' }),
  },
  passes: {
    Leicester: aPupil({ upn: upnOf(856) }),
    'a pseudo LA': aPupil({ upn: upnOf(1) }),
    'an authority of 2021': aPupil({ upn: upnOf(941) }),
    'too short to name one': aPupil({ upn: 'A81' }),
    'no UPN': aPupil({ upn: undefined }),
  },
});
