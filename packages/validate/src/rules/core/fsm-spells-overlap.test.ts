import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell } from '../../testing/samples.js';
import { fsmSpellsOverlap } from './fsm-spells-overlap.js';

const spell = (startDate: string, endDate?: string) => anFsmSpell({ startDate, endDate, key: startDate });

proveRule(fsmSpellsOverlap, {
  fails: {
    'a week of both': [spell('2024-01-08', '2024-07-19'), spell('2024-07-12', '2025-07-18')],
    'in any order': [spell('2024-07-12', '2025-07-18'), spell('2024-01-08', '2024-07-19')],
    'one inside an open one': [spell('2024-01-08'), spell('2024-07-12', '2025-07-18')],
    'two inside a long one': {
      records: [
        spell('2020-01-08', '2025-01-08'),
        spell('2021-01-01', '2021-02-01'),
        spell('2022-01-01', '2022-02-01'),
      ],
      count: 2,
    },
  },
  passes: {
    'one after another': [spell('2024-01-08', '2024-07-19'), spell('2024-09-02')],
    'the last day is the first of the next': [spell('2024-01-08', '2024-07-19'), spell('2024-07-19')],
    'both open, which 1768 finds': [spell('2024-01-08'), spell('2024-09-02')],
  },
});
