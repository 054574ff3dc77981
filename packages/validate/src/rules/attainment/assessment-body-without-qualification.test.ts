import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentBodyWithoutQualification } from './assessment-body-without-qualification.js';

proveRule(assessmentBodyWithoutQualification, {
  fails: {
    'a body alone': aResult({ awardingBody: 'AQA' }),
  },
  passes: {
    both: aResult({ awardingBody: 'AQA', qualificationNumber: '60146084' }),
    neither: aResult(),
  },
});
