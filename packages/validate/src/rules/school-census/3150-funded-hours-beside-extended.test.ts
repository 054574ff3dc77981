import { proveRule } from '../../testing/prove-rule.js';
import { anEarlyYearsFunding } from '../../testing/samples.js';
import { fundedHoursBesideExtended } from './3150-funded-hours-beside-extended.js';

proveRule(fundedHoursBesideExtended, {
  fails: { 'a quarter of an hour': anEarlyYearsFunding({ fundedHours: 15.25, extendedHours: 0.5 }) },
  passes: {
    fifteen: anEarlyYearsFunding(),
    'no extended hours': anEarlyYearsFunding({ fundedHours: 20, extendedHours: 0 }),
    'extended hours not told': anEarlyYearsFunding({ fundedHours: 20, extendedHours: undefined }),
    'funded hours not told': anEarlyYearsFunding({ fundedHours: undefined }),
  },
});
