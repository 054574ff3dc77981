import { proveRule } from '../../testing/prove-rule.js';
import type { EarlyYearsFunding } from '@rollbook/model';
import { aFundedChild, BORN, inReturn } from '../../testing/samples.js';
import { eyppOfThree } from './1846-eypp-three.js';

const child = (
  birthDate: string | undefined,
  yearGroup: string,
  changes: Partial<Omit<EarlyYearsFunding, 'kind'>> = {},
) => aFundedChild(birthDate, yearGroup, changes).map(inReturn);

proveRule(eyppOfThree, {
  fails: {
    'not told': child(BORN.three, 'N2'),
  },
  passes: {
    no: child(BORN.three, 'N2', { eypp: false }),
    'a child of two': child(BORN.two, 'N1'),
    'an extract': aFundedChild(BORN.three, 'N2'),
    'no date of birth': child(undefined, 'N2'),
  },
});
