import { activityRules, dateRules } from './activity-rules.js';
import { addressRules, codeRules, needRules } from './code-rules.js';
import { cohortRules } from './cohort-rules.js';
import { guaranteeRules } from './guarantee-rules.js';
import { identityRules } from './identity-rules.js';
import { characteristicRules, neetRules } from './neet-rules.js';
import type { NccisRule } from './rule.js';

/**
 * The checks that the DfE makes on a return, by their numbers. Sources: the error definitions and conditions of a public
 * checker (CCISTool, of the requirements 2015 to 2020), Access Core+ help, and `shared/formats/targets.md` 3.3.
 * The words are ours.
 */
export const nccisRules: readonly NccisRule[] = [
  ...identityRules,
  ...addressRules,
  ...codeRules,
  ...cohortRules,
  ...needRules,
  ...activityRules,
  ...dateRules,
  ...neetRules,
  ...characteristicRules,
  ...guaranteeRules,
];
