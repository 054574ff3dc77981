import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';
import { wholeNumber } from '../../whole-number.js';

/** The first tests with scaled scores. */
const SINCE = '2016-05-01';

export const assessmentScaledScore = recordRule({
  code: 'assessment-scaled-score',
  title: 'Scaled score is out of the range of its key stage',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['result', 'stage', 'resultQualifier'],
  help: 'Ask the school whether the figure is a raw mark; scaled scores are 80 to 120, at key stage 1 85 to 115.',
  source: ownRule('Standards and Testing Agency, assessment and reporting arrangements', 'scaled scores'),
  broken: ({ result, stage, resultQualifier, resultDate }) => {
    if (resultQualifier !== 'SC' || result === undefined || resultDate === undefined || resultDate < SINCE)
      return false;
    const score = wholeNumber(result);
    if (score === undefined) return false;
    if (stage === 'KS2') return score < 80 || score > 120;
    return stage === 'KS1' && (score < 85 || score > 115);
  },
});
