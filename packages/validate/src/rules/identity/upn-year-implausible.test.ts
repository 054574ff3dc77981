import { formatUpn } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnYearImplausible } from './upn-year-implausible.js';

const of = (year: number) => formatUpn({ la: 856, establishment: 4001, year, serial: 17 });

proveRule(upnYearImplausible, {
  fails: {
    'the year before birth': aPupil({ upn: of(14) }),
    'next year': aPupil({ upn: of(27) }),
  },
  passes: {
    'the year of birth': aPupil({ upn: of(15) }),
    'this year': aPupil({ upn: of(26) }),
    'born in the last century': aPupil({ upn: of(3), birthDate: '1999-05-01' }),
    'no date of birth': aPupil({ upn: of(27), birthDate: undefined }),
    'no UPN': aPupil({ upn: undefined }),
    'ill formed': aPupil({ upn: `A${of(27).slice(1)}` }),
  },
});
