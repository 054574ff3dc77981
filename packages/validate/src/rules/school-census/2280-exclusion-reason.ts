import { exclusionReasons } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const exclusionReason = recordRule({
  code: '2280',
  title: 'Exclusion has no reason, or one that is not a code of the DfE’s',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['reasons'],
  help: 'Use up to three codes of the DfE’s list, the main reason first.',
  source: census(2280),
  broken: ({ reasons }) => {
    if (reasons === undefined || reasons.length === 0) return true;
    const value = reasons.find((reason) => !exclusionReasons.accepts(reason));
    return value !== undefined && { value };
  },
});
