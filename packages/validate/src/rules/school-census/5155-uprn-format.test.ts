import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { uprnFormat } from './5155-uprn-format.js';

proveRule(uprnFormat, {
  fails: {
    'thirteen digits': aPupil({ address: { uprn: '1234567890123' } }),
    'a spreadsheet’s number': aPupil({ address: { uprn: '1.00E+11' } }),
  },
  passes: { 'twelve digits': aPupil({ address: { uprn: '002465123456' } }), none: aPupil() },
});
