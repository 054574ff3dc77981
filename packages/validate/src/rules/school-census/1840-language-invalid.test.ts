import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { languageInvalid } from './1840-language-invalid.js';

proveRule(languageInvalid, {
  fails: {
    'a word for a code': {
      records: aPupil({ languages: [{ code: 'ENG' }, { code: 'Punjabi' }] }),
      value: 'Punjabi',
    },
    missing: { records: aPupil({ languages: undefined }), severity: 'info' },
    'an empty list': { records: aPupil({ languages: [] }), severity: 'info' },
  },
  passes: { English: aPupil(), 'an extended code': aPupil({ languages: [{ code: 'VSYH' }] }) },
});
