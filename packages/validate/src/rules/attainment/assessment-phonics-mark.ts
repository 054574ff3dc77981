import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';
import { wholeNumber } from '../../whole-number.js';

const MOST = 40;

export const assessmentPhonicsMark = recordRule({
  code: 'assessment-phonics-mark',
  title: 'Phonics mark is more than 40',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['result', 'subject'],
  help: 'Ask the school for the mark; the check has 40 words.',
  source: ownRule(
    'Standards and Testing Agency, assessment and reporting arrangements',
    'phonics screening check',
  ),
  broken: ({ result, subject }) => {
    if (subject !== 'PHO' || result === undefined) return false;
    const mark = wholeNumber(result);
    return mark !== undefined && mark > MOST;
  },
});
