import { proveRule } from '../../testing/prove-rule.js';
import { anEarlyYearsFunding } from '../../testing/samples.js';
import { disabilityAccessFundHours } from './5220-disability-access-fund-hours.js';

const none = { disabilityAccessFund: true, fundedHours: 0, extendedHours: 0, expandedHours: 0 } as const;

proveRule(disabilityAccessFundHours, {
  fails: {
    'no hours': anEarlyYearsFunding(none),
    'hours not told': anEarlyYearsFunding({
      disabilityAccessFund: true,
      fundedHours: undefined,
      extendedHours: undefined,
    }),
  },
  passes: {
    'funded hours': anEarlyYearsFunding({ ...none, fundedHours: 0.5 }),
    'extended hours': anEarlyYearsFunding({ ...none, extendedHours: 0.5 }),
    'expanded hours': anEarlyYearsFunding({ ...none, expandedHours: 0.5 }),
    no: anEarlyYearsFunding({ ...none, disabilityAccessFund: false }),
    'not told': anEarlyYearsFunding({ ...none, disabilityAccessFund: undefined }),
  },
});
