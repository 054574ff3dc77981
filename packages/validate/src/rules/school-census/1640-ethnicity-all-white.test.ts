import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, manyPupils } from '../../testing/samples.js';
import { ethnicityAllWhite } from './1640-ethnicity-all-white.js';

const file = (count: number, ethnicity: string | undefined) =>
  manyPupils(count, ({ key }, i) => [aPupil({ key, ethnicity: i === 0 ? ethnicity : 'WBRI' })]);

proveRule(ethnicityAllWhite, {
  fails: {
    'all of thirty': file(30, 'WROM'),
  },
  passes: {
    'all but one': file(30, 'AIND'),
    'one not told': file(30, undefined),
    'too few pupils': file(29, 'WROM'),
  },
});
