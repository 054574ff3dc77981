import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentResultEmpty } from './assessment-result-empty.js';

proveRule(assessmentResultEmpty, {
  fails: { missing: aResult({ result: undefined }), blank: aResult({ result: ' ' }) },
  passes: { 'a score': aResult(), nought: aResult({ result: '0' }) },
});
