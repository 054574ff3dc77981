import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { uprnFormat } from './5155-uprn-format.js';

proveRule(uprnFormat, {
  fails: {
    'thirteen digits': aPupil({ address: { uprn: '1234567890123' } }),
    'a letter before': aPupil({ address: { uprn: 'U2465123456' } }),
    'a letter behind': aPupil({ address: { uprn: '2465123456U' } }),
    'a spreadsheet’s number': aPupil({ address: { uprn: '1.00E+11' } }),
  },
  passes: {
    'twelve digits': aPupil({ address: { uprn: '002465123456' } }),
    'one digit': aPupil({ address: { uprn: '7' } }),
    none: aPupil(),
    'no address': aPupil({ address: undefined }),
  },
});
