import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentScaledScore } from './assessment-scaled-score.js';

const of = (stage: string, result: string | undefined) => aResult({ stage, result, resultQualifier: 'SC' });

proveRule(assessmentScaledScore, {
  fails: {
    'too low': of('KS2', '79'),
    'too high': of('KS2', '121'),
    'too low at key stage 1': of('KS1', '84'),
    'too high at key stage 1': of('KS1', '116'),
  },
  passes: {
    'the lowest': of('KS2', '80'),
    'the highest': of('KS2', '120'),
    'the lowest at key stage 1': of('KS1', '85'),
    'the highest at key stage 1': of('KS1', '115'),
    'a code': of('KS2', 'N'),
    'another stage': of('KS3', '130'),
    none: of('KS2', undefined),
    'before there were any': aResult({ resultQualifier: 'SC', result: '30', resultDate: '2016-04-30' }),
    'a raw mark': aResult({ resultQualifier: 'NM', result: '43' }),
    'no date': aResult({ resultQualifier: 'SC', result: '43', resultDate: undefined }),
  },
});
