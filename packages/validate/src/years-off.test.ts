import { expect, it } from 'vitest';
import { yearsOff } from './years-off.js';

it.each([
  ['7', '2015-05-17', '2026-10-01', 0],
  ['8', '2015-05-17', '2026-10-01', 1],
  ['6', '2015-05-17', '2026-10-01', 1],
  ['9', '2015-05-17', '2026-10-01', 2],
  ['R', '2021-09-01', '2026-10-01', 0],
  ['R', '2021-08-31', '2026-10-01', 1],
  // Moved up before the school year begins
  ['8', '2015-05-17', '2027-06-30', 1],
  ['8', '2015-05-17', '2027-07-01', 0],
  ['8', '2015-05-17', '2027-08-31', 0],
  ['7', '2015-05-17', '2027-08-31', 0],
  ['9', '2015-05-17', '2027-08-31', 1],
  ['N2', '2015-05-17', '2026-10-01', undefined],
  ['X', '2015-05-17', '2026-10-01', undefined],
  ['Y7', '2015-05-17', '2026-10-01', undefined],
  [undefined, '2015-05-17', '2026-10-01', undefined],
  ['7', undefined, '2026-10-01', undefined],
  ['7', 'May', '2026-10-01', undefined],
])('year group %s of a pupil born on %s is on %s off by %s', (yearGroup, birthDate, date, off) => {
  expect(yearsOff({ yearGroup }, birthDate, date)).toBe(off);
});
