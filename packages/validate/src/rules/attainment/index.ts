import type { Rule } from '../../rule.js';
import { assessmentResultEmpty } from './assessment-result-empty.js';
import { assessmentResultFuture } from './assessment-result-future.js';
import { assessmentSubjectMissing } from './assessment-subject-missing.js';

export const attainmentRules: readonly Rule[] = [
  assessmentResultEmpty,
  assessmentResultFuture,
  assessmentSubjectMissing,
];
