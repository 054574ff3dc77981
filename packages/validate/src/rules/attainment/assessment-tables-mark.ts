import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';
import { wholeNumber } from '../../whole-number.js';

const MOST = 25;

export const assessmentTablesMark = recordRule({
  code: 'assessment-tables-mark',
  title: 'Multiplication tables check has a mark of more than 25',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['result', 'resultQualifier'],
  help: 'Ask the school for the mark; the check has 25 questions.',
  source: ownRule(
    'Standards and Testing Agency, assessment and reporting arrangements',
    'multiplication tables check',
  ),
  broken: ({ result, resultQualifier }) => {
    if (resultQualifier !== 'MT' || result === undefined) return false;
    const mark = wholeNumber(result);
    return mark !== undefined && mark > MOST;
  },
});
