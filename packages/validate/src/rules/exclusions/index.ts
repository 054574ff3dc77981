import type { Rule } from '../../rule.js';
import { exclusionDates } from './exclusion-dates.js';
import { exclusionReasonsCount } from './exclusion-reasons-count.js';
import { exclusionSessionsLimit } from './exclusion-sessions-limit.js';

export const exclusionRules: readonly Rule[] = [
  exclusionDates,
  exclusionReasonsCount,
  exclusionSessionsLimit,
];
