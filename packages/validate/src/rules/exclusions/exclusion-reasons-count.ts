import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const exclusionReasonsCount = recordRule({
  code: 'exclusion-reasons-count',
  title: 'Exclusion has more than three reasons, or one of them twice',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['reasons'],
  help: 'Give up to three different reasons, the main one first.',
  source: ownRule('DfE, Common basic data set', 'exclusion reason (items 100088, N00685 to N00687)'),
  broken: ({ reasons }) =>
    reasons !== undefined && (reasons.length > 3 || reasons.some((reason, i) => reasons.indexOf(reason) < i)),
});
