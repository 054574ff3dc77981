import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';
import { wholeNumber } from '../../whole-number.js';

const MOST = 3;

export const assessmentProfileLevel = recordRule({
  code: 'assessment-profile-level',
  title: 'Early years profile has a level that does not exist',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['result', 'stage'],
  help: 'Use 1 for emerging and 2 for expected; 3 was for exceeding until 2021.',
  source: ownRule(
    'Standards and Testing Agency, assessment and reporting arrangements',
    'early years foundation stage profile',
  ),
  broken: ({ result, stage }) => {
    if (stage !== 'EYF' || result === undefined) return false;
    const mark = wholeNumber(result);
    return mark !== undefined && mark > MOST;
  },
});
