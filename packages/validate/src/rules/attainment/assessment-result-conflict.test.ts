import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentResultConflict } from './assessment-result-conflict.js';

proveRule(assessmentResultConflict, {
  fails: {
    'two scores': { records: [aResult({ key: 'b', result: '105' }), aResult({ key: 'a' })], value: '105' },
  },
  passes: {
    'the same twice': [aResult(), aResult({ key: 'b' })],
    'two subjects': [aResult(), aResult({ key: 'b', subject: 'ENG', result: '99' })],
    'two methods': [aResult(), aResult({ key: 'b', method: 'TA', result: 'EXS' })],
    'two kinds': [aResult(), aResult({ key: 'b', resultQualifier: 'NM', result: '80' })],
    'two days': [aResult(), aResult({ key: 'b', resultDate: '2026-07-09', result: '99' })],
    'estimate and result': [aResult(), aResult({ key: 'b', resultStatus: 'E', result: '99' })],
    'no dates': [
      aResult({ resultDate: undefined }),
      aResult({ key: 'b', resultDate: undefined, result: '99' }),
    ],
    'one without a result': [aResult(), aResult({ key: 'b', result: undefined })],
    'nothing assessed': [
      aResult({ subject: undefined }),
      aResult({ key: 'b', subject: undefined, result: '99' }),
    ],
  },
});
