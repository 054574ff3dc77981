import { formatUln } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { ulnTwice } from './1578-uln-twice.js';

const uln = formatUln('123456789')!;

proveRule(ulnTwice, {
  fails: { 'two pupils with one ULN': [aPupil({ uln }), aPupil({ uln, key: 'other' })] },
  passes: {
    'two ULNs': [aPupil({ uln }), aPupil({ uln: formatUln('123456788')! })],
    'a pupil on the rolls of two schools': [aPupil({ uln }), aPupil({ uln, school: '8564002' })],
    'two without': [aPupil(), aPupil()],
  },
});
