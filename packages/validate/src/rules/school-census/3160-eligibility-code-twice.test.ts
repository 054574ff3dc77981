import { proveRule } from '../../testing/prove-rule.js';
import { anEarlyYearsFunding } from '../../testing/samples.js';
import { eligibilityCodeTwice } from './3160-eligibility-code-twice.js';

const another = { pupilKey: 'name:b', key: 'b' };

proveRule(eligibilityCodeTwice, {
  fails: {
    'two children': [anEarlyYearsFunding(), anEarlyYearsFunding(another)],
    'two children, the second with two terms': [
      anEarlyYearsFunding(),
      anEarlyYearsFunding(another),
      anEarlyYearsFunding({ ...another, key: 'c' }),
    ],
  },
  passes: {
    'one child in two terms': [anEarlyYearsFunding(), anEarlyYearsFunding({ key: 'b' })],
    'two codes': [anEarlyYearsFunding(), anEarlyYearsFunding({ ...another, eligibilityCode: '50012345679' })],
    'two schools': [anEarlyYearsFunding(), anEarlyYearsFunding({ ...another, school: '8564002' })],
    'no codes': [
      anEarlyYearsFunding({ eligibilityCode: undefined }),
      anEarlyYearsFunding({ ...another, eligibilityCode: undefined }),
    ],
  },
});
