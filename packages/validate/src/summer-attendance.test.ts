import { expect, it } from 'vitest';
import { summerHalf } from './summer-attendance.js';
import { anAttendanceSummary } from './testing/samples.js';

it.each([
  ['SUM', '2026-05-24', 1],
  ['SUM', '2026-06-30', 1],
  ['SUM', '2026-07-01', 2],
  ['SUM', undefined, undefined],
  ['SPR', '2026-05-24', undefined],
  [undefined, '2026-07-31', undefined],
])('a sum of %s to %s is of half %s', (term, endDate, half) => {
  expect(summerHalf(anAttendanceSummary({ term, endDate }))).toBe(half);
});
