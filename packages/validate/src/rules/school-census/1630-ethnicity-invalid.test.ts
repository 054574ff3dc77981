import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { ethnicityInvalid } from './1630-ethnicity-invalid.js';

proveRule(ethnicityInvalid, {
  fails: {
    'a code of no list': aPupil({ ethnicity: 'WXYZ' }),
    missing: { records: aPupil({ ethnicity: undefined }), severity: 'info' },
  },
  passes: {
    'a main code': aPupil(),
    'an extended code': aPupil({ ethnicity: 'WCOR' }),
    refused: aPupil({ ethnicity: 'REFU' }),
  },
});
