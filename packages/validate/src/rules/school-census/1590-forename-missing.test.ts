import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { forenameMissing } from './1590-forename-missing.js';

proveRule(forenameMissing, {
  fails: { 'no forename': aPupil({ forename: undefined }), blank: aPupil({ forename: '' }) },
  passes: { 'a forename': aPupil() },
});
