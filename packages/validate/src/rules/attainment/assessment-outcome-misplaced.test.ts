import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentOutcomeMisplaced } from './assessment-outcome-misplaced.js';

const judgements = ['HNM', 'PK1', 'PK2', 'PK3', 'PK4', 'PK5', 'PK6', 'EM', 'WTS', 'EXS', 'GDS'];

proveRule(assessmentOutcomeMisplaced, {
  fails: {
    ...Object.fromEntries(
      judgements.map((result) => [`${result} out of a test`, aResult({ method: 'TT', result })]),
    ),
    ...Object.fromEntries(
      ['EYF', 'FSP', 'KS3', 'KS4', 'KS5'].map((stage) => [
        `a judgement of primary schools in ${stage}`,
        aResult({ method: 'TA', stage, result: 'EXS' }),
      ]),
    ),
    'a standard of tests from a teacher': { records: aResult({ method: 'TA', result: 'AS' }), value: 'AS' },
    'the other, at key stage 1': aResult({ method: 'TA', stage: 'KS1', result: 'NS' }),
    'phonics in mathematics': aResult({ result: 'Wa' }),
    'phonics in English': aResult({ result: 'Wt', subject: 'ENG' }),
  },
  passes: {
    ...Object.fromEntries(
      judgements.map((result) => [`${result} from a teacher`, aResult({ method: 'TA', result })]),
    ),
    'a judgement of whatever stage': aResult({ method: 'TA', stage: undefined, result: 'EXS' }),
    'a judgement in a school’s own tracking': aResult({ method: 'TA', stage: 'Y4', result: 'WTS' }),
    'a standard out of a test': aResult({ method: 'TT', result: 'AS' }),
    'AS of whatever stage': aResult({ method: 'TA', stage: undefined, result: 'AS' }),
    'AS at key stage 4': aResult({ method: 'TA', stage: 'KS4', result: 'AS' }),
    'phonics of phonics': aResult({ subject: 'PHO', result: 'Wa' }),
    'phonics of no subject': aResult({ subject: undefined, result: 'Wt' }),
    'a score': aResult(),
    'no result': aResult({ result: undefined }),
  },
});
