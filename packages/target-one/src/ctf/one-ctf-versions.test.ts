import { describe, expect, it } from 'vitest';
import { oneCtfFileName } from './one-ctf-file-name.js';
import {
  defaultOneCtfVersion,
  oneAcademicYear,
  oneCtfVersions,
  oneCtfVersionsOn,
} from './one-ctf-versions.js';

describe('versions that ONE takes', () => {
  it.each([
    ['2020-01-01', '21.0', '20.0'],
    ['2025-06-30', '24.0', '23.0'],
    ['2025-07-01', '25.0', '24.0'],
    ['2026-06-30', '25.0', '24.0'],
    ['2026-07-01', '26.0', '25.0'],
    ['2031-01-01', '26.0', '25.0'],
  ])('on %s are %s and %s', (day, current, previous) => {
    expect(oneCtfVersionsOn(day)).toMatchObject({ current, previous });
  });

  it('are the year’s and the one before, release by release', () => {
    for (const [index, { current, previous, from }] of oneCtfVersions.entries()) {
      expect(Number(current) - Number(previous)).toBe(1);
      expect(Number(current)).toBe(Number(from.slice(2, 4)));
      if (index > 0) expect(oneCtfVersions[index - 1]!.current).toBe(previous);
    }
  });

  it('are written in the one that is taken either way', () => {
    expect(defaultOneCtfVersion('2025-09-01')).toBe('25.0');
    expect(defaultOneCtfVersion('2026-11-25')).toBe('25.0');
  });

  it('refuses what is no day', () => {
    expect(() => oneCtfVersionsOn('25/11/2026')).toThrow(RangeError);
  });
});

describe('the academic year', () => {
  it.each([
    ['2025-07-31', 2024],
    ['2025-08-01', 2025],
    ['2026-01-01T00:00:00', 2025],
    ['2025-12-31', 2025],
  ])('on %s is that of %i', (day, year) => {
    expect(oneAcademicYear(day)).toBe(year);
  });
});

describe('the name of the file', () => {
  it('is from the school to its authority, without spaces', () => {
    expect(oneCtfFileName({ school: '8562001', sequence: 7 })).toBe('8562001_CTF_856LLLL_007.xml');
    expect(oneCtfFileName({ school: '8562001', la: '855', sequence: 999 })).toBe(
      '8562001_CTF_855LLLL_999.xml',
    );
  });

  it.each([
    { school: '856 001', sequence: 1 },
    { school: '8562001', sequence: 0 },
    { school: '8562001', sequence: 1000 },
    { school: '8562001', la: '../', sequence: 1 },
  ])('is refused for %j', (of) => {
    expect(() => oneCtfFileName(of)).toThrow(RangeError);
  });
});
