import { proveRule } from '../../testing/prove-rule.js';
import { aSenProvision } from '../../testing/samples.js';
import { senSpellsOverlap } from './sen-spells-overlap.js';

const spell = (startDate: string, endDate?: string) => aSenProvision({ startDate, endDate, key: startDate });

proveRule(senSpellsOverlap, {
  fails: { 'a month of both': [spell('2022-09-01', '2024-10-01'), spell('2024-09-01')] },
  passes: {
    'one after another': [spell('2022-09-01', '2024-08-31'), spell('2024-09-01')],
    'starts alone': [spell('2022-09-01'), spell('2024-09-01')],
    'one without a start': [spell('2022-09-01', '2024-08-31'), aSenProvision({ startDate: undefined })],
  },
});
