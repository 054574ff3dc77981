import { proveRule } from '../../testing/prove-rule.js';
import type { EarlyYearsFunding } from '@rollbook/model';
import { aFundedChild, BORN, inReturn } from '../../testing/samples.js';
import { eyppOfFour } from './1848-eypp-four.js';

const child = (
  birthDate: string | undefined,
  yearGroup: string,
  changes: Partial<Omit<EarlyYearsFunding, 'kind'>> = {},
) => aFundedChild(birthDate, yearGroup, changes).map(inReturn);

proveRule(eyppOfFour, {
  fails: {
    'in N2': child(BORN.four, 'N2'),
    'in E1': child(BORN.four, 'E1'),
  },
  passes: {
    yes: child(BORN.four, 'N2', { eypp: true }),
    'in reception': child(BORN.four, 'R'),
    three: child(BORN.three, 'N2'),
    'an extract': aFundedChild(BORN.four, 'N2'),
  },
});
