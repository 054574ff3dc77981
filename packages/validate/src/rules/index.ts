import type { Rule } from '../rule.js';
import { attainmentRules } from './attainment/index.js';
import { attendanceRules } from './attendance/index.js';
import { generalRules } from './core/index.js';
import { exclusionRules } from './exclusions/index.js';
import { identityRules } from './identity/index.js';
import { schoolCensusRules } from './school-census/index.js';

/** Every rule, the DfE's numbers first, then by code. */
export const allRules: readonly Rule[] = [
  ...attainmentRules,
  ...attendanceRules,
  ...generalRules,
  ...exclusionRules,
  ...identityRules,
  ...schoolCensusRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));

export { attainmentRules, attendanceRules, exclusionRules, generalRules, identityRules, schoolCensusRules };
