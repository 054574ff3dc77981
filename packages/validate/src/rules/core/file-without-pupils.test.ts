import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, provenance } from '../../testing/samples.js';
import { fileWithoutPupils } from './file-without-pupils.js';

proveRule(fileWithoutPupils, {
  fails: {
    'an empty file': [],
    'a school alone': { kind: 'school', key: 'laestab:8564001', provenance },
  },
  passes: { 'one pupil': aPupil() },
});
