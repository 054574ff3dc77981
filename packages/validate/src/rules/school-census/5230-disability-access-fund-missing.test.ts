import { proveRule } from '../../testing/prove-rule.js';
import type { EarlyYearsFunding } from '@rollbook/model';
import { aFundedChild, BORN, inReturn } from '../../testing/samples.js';
import { disabilityAccessFundMissing } from './5230-disability-access-fund-missing.js';

const child = (
  birthDate: string | undefined,
  yearGroup: string,
  changes: Partial<Omit<EarlyYearsFunding, 'kind'>> = {},
) => aFundedChild(birthDate, yearGroup, changes).map(inReturn);

proveRule(disabilityAccessFundMissing, {
  fails: {
    three: child(BORN.three, 'N2'),
    'four in a nursery year': child(BORN.four, 'N2'),
  },
  passes: {
    no: child(BORN.three, 'N2', { disabilityAccessFund: false }),
    'four in reception': child(BORN.four, 'R'),
    'an extract': aFundedChild(BORN.three, 'N2'),
  },
});
