export { parseRuleConfig } from './parse-rule-config.js';
export {
  type OwnRuleConfig,
  type RuleConfig,
  ruleConfigSchema,
  type RuleConfigInput,
} from './rule-config.js';
export { RuleConfigError, type RuleConfigProblem } from './rule-config-error.js';
export { type RuleSet, ruleSetOf, ruleSetText } from './rule-set.js';
