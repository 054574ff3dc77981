import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, manyPupils } from '../../testing/samples.js';
import { ethnicityNotObtained } from './1700-ethnicity-not-obtained.js';

const file = (count: number, without: number) =>
  manyPupils(count, ({ key }, i) => [aPupil({ key, ethnicity: i < without ? 'NOBT' : 'WBRI' })]);

proveRule(ethnicityNotObtained, {
  fails: {
    'four of thirty': file(30, 4),
  },
  passes: {
    'three of thirty': file(30, 3),
    'too few pupils': file(29, 29),
  },
});
