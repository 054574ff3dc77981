import { expect, it } from 'vitest';
import { dateCell, ukDate, yesNo } from './cells.js';

it('writes days and answers as suppliers do', () => {
  expect(ukDate('2026-09-02')).toBe('02/09/2026');
  expect(ukDate(undefined)).toBeUndefined();
  expect(dateCell('2026-09-02')).toEqual(new Date(Date.UTC(2026, 8, 2)));
  expect(dateCell(undefined)).toBeUndefined();
  expect([yesNo(true), yesNo(false), yesNo(undefined), yesNo(true, 'T', 'F')]).toEqual([
    'Yes',
    'No',
    undefined,
    'T',
  ]);
});
