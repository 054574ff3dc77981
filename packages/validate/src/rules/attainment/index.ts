import type { Rule } from '../../rule.js';
import { assessmentBodyWithoutQualification } from './assessment-body-without-qualification.js';
import { assessmentMethodUnknown } from './assessment-method-unknown.js';
import { assessmentOutcomeMisplaced } from './assessment-outcome-misplaced.js';
import { assessmentPhonicsMark } from './assessment-phonics-mark.js';
import { assessmentProfileLevel } from './assessment-profile-level.js';
import { assessmentQualifierUnknown } from './assessment-qualifier-unknown.js';
import { assessmentResultBeforeBirth } from './assessment-result-before-birth.js';
import { assessmentResultConflict } from './assessment-result-conflict.js';
import { assessmentResultEmpty } from './assessment-result-empty.js';
import { assessmentResultFuture } from './assessment-result-future.js';
import { assessmentResultNotNumber } from './assessment-result-not-number.js';
import { assessmentScaledScore } from './assessment-scaled-score.js';
import { assessmentStageAge } from './assessment-stage-age.js';
import { assessmentStageUnknown } from './assessment-stage-unknown.js';
import { assessmentStatusUnknown } from './assessment-status-unknown.js';
import { assessmentSubjectMissing } from './assessment-subject-missing.js';
import { assessmentSubjectUnknown } from './assessment-subject-unknown.js';
import { assessmentTablesMark } from './assessment-tables-mark.js';

export const attainmentRules: readonly Rule[] = [
  assessmentBodyWithoutQualification,
  assessmentMethodUnknown,
  assessmentOutcomeMisplaced,
  assessmentPhonicsMark,
  assessmentProfileLevel,
  assessmentQualifierUnknown,
  assessmentResultBeforeBirth,
  assessmentResultConflict,
  assessmentResultEmpty,
  assessmentResultFuture,
  assessmentResultNotNumber,
  assessmentScaledScore,
  assessmentStageAge,
  assessmentStageUnknown,
  assessmentStatusUnknown,
  assessmentSubjectMissing,
  assessmentSubjectUnknown,
  assessmentTablesMark,
];
