import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentSubjectMissing } from './assessment-subject-missing.js';

proveRule(assessmentSubjectMissing, {
  fails: { 'a score alone': aResult({ subject: undefined }) },
  passes: {
    'a subject': aResult(),
    'a component': aResult({ subject: undefined, component: 'ENG' }),
    'a qualification': aResult({ subject: undefined, qualificationNumber: '60146084' }),
  },
});
