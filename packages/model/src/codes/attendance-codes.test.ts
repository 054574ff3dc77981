import { describe, expect, it } from 'vitest';
import { attendanceCodes, attendanceCount } from './attendance-codes.js';

const BEFORE = '2024-08-18';
const AFTER = '2024-08-19';
const group = (code: string, date: string) => {
  const found = attendanceCodes.lookup(code, date);
  return found.status === 'valid' ? found.entry.group : found.status;
};

describe('attendance codes', () => {
  it.each(['K', 'C1', 'C2', 'J1', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'])(
    '%s came in with 19 August 2024',
    (code) => {
      expect(attendanceCodes.has(code, BEFORE)).toBe(false);
      expect(attendanceCodes.has(code, AFTER)).toBe(true);
    },
  );

  it.each(['H', 'J', 'Y'])('%s went out with 18 August 2024', (code) => {
    expect(attendanceCodes.has(code, BEFORE)).toBe(true);
    expect(attendanceCodes.lookup(code, AFTER).status).toBe('out-of-date');
  });

  it('has every code of the 2024 register, no more and no less', () => {
    const codes = attendanceCodes.on(AFTER).map((entry) => entry.code);
    const expected = [
      '/',
      '\\',
      'L',
      'K',
      'V',
      'P',
      'W',
      'B',
      'D',
      'C1',
      'M',
      'J1',
      'S',
      'X',
      'C2',
      'C',
      'T',
      'R',
      'I',
      'E',
    ];
    expected.push('Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'G', 'N', 'O', 'U', 'Z', '#', '-', ' ');
    expect([...codes].sort()).toEqual([...expected].sort());
  });

  it('keeps both meanings of C', () => {
    expect(attendanceCodes.label('C', BEFORE)).toBe('Other authorised circumstances');
    expect(attendanceCodes.label('C', AFTER)).toBe('Leave in exceptional circumstances');
  });

  it('classes an interview as an activity before and as leave after', () => {
    expect(group('J', BEFORE)).toBe('educational-activity');
    expect(group('J1', AFTER)).toBe('authorised-absence');
  });

  it('knows the pandemic sub-codes for their time alone', () => {
    expect(attendanceCodes.has('X02', '2021-03-08')).toBe(true);
    expect(attendanceCodes.has('X02', '2023-01-09')).toBe(false);
    expect(attendanceCodes.has('X08', '2021-03-08')).toBe(false);
  });
});

describe('attendanceCount', () => {
  it.each([
    ['/', AFTER, 'attended'],
    ['K', AFTER, 'attended'],
    ['I', AFTER, 'authorised'],
    ['C2', AFTER, 'authorised'],
    ['U', AFTER, 'unauthorised'],
    ['N', AFTER, 'unauthorised'],
    ['Y7', AFTER, 'not-possible'],
    ['X', AFTER, 'not-possible'],
    ['X', BEFORE, 'not-possible'],
    ['D', AFTER, 'not-possible'],
    ['#', AFTER, 'not-possible'],
    ['-', AFTER, undefined],
    ['?', AFTER, undefined],
  ])('%s on %s counts as %s', (code, date, count) => {
    expect(attendanceCount(code, date)).toBe(count);
  });

  it('counts a code out of date as it last did', () => {
    expect(attendanceCount('H', AFTER)).toBe('authorised');
  });
});
