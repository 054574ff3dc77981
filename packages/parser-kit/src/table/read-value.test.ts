import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readDaysAsSessions,
  readSession,
  readOnRoll,
  readTableDate,
  readTableFlag,
  readTableInteger,
  readYearGroup,
  serialDate,
  splitName,
} from './read-value.js';

const settings = { order: 'dmy', latestYear: 2026, dates1904: false } as const;

describe('readTableDate', () => {
  it.each([
    ['01/09/2011', '2011-09-01'],
    ['1/9/2011', '2011-09-01'],
    ['06-Sep-17', '2017-09-06'],
    ['06-Sep-97', '1997-09-06'],
    ['01-Sep-2011', '2011-09-01'],
    ['1 September 2011', '2011-09-01'],
    ['Thursday, 1st September 2011', '2011-09-01'],
    ['2011-09-01', '2011-09-01'],
    ['2011-09-01T00:00:00', '2011-09-01'],
    ['2011-09-01 00:00:00.000', '2011-09-01'],
    ['01/09/2011 00:00', '2011-09-01'],
    ['01.09.2011', '2011-09-01'],
    ['2011/09/01', '2011-09-01'],
    ['40787', '2011-09-01'],
    ['40787.5', '2011-09-01'],
  ])('reads %s as %s', (text, date) => {
    expect(readTableDate(text, settings)).toBe(date);
  });

  it.each([
    '31/02/2011',
    '00/01/2011',
    '13/13/2011',
    'soon',
    '',
    '2011',
    '9',
    '99999',
    '1/1/111',
    'aa/bb/cccc',
    '2011-09-01X',
  ])('gives nothing for %j', (text) => {
    expect(readTableDate(text, settings)).toBeUndefined();
  });

  it('begins with the month when told so', () => {
    expect(readTableDate('09/01/2011', { ...settings, order: 'mdy' })).toBe('2011-09-01');
    expect(readTableDate('9/1/11', { ...settings, order: 'mdy' })).toBe('2011-09-01');
  });

  it('reads back every day in every spelling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1956, 0, 1) / 864e5, max: Date.UTC(2026, 11, 31) / 864e5 }),
        (day) => {
          const iso = new Date(day * 864e5).toISOString().slice(0, 10);
          const [y = '', m = '', d = ''] = iso.split('-');
          for (const text of [
            `${d}/${m}/${y}`,
            `${Number(d)}.${Number(m)}.${y}`,
            `${iso}T08:00:00`,
            String(day + 25_569),
          ]) {
            expect(readTableDate(text, settings)).toBe(iso);
          }
          expect(serialDate(day + 24_107, true)).toBe(iso);
        },
      ),
    );
  });
});

describe('other values', () => {
  it.each([
    ['Year  7', '7'],
    ['Yr 7', '7'],
    ['Y10', '10'],
    ['07', '7'],
    ['7.0', '7'],
    ['Reception', 'R'],
    ['Year R', 'R'],
    ['0', 'R'],
    ['N1', 'N1'],
    ['Nursery', 'N2'],
    ['x', 'X'],
    ['15', undefined],
    ['constructor', undefined],
    ['-1', undefined],
    ['Year-7', '7'],
    ['Sixth', undefined],
  ])('reads year group %s as %s', (text, year) => {
    expect(readYearGroup(text)).toBe(year);
  });

  it('reads flags, numbers, days and sessions', () => {
    expect(['True', 'Y', 'no', '0', 'maybe'].map(readTableFlag)).toEqual([
      true,
      true,
      false,
      false,
      undefined,
    ]);
    expect(['12', '12.0', '1,234', '1.5', '-1', 'x'].map(readTableInteger)).toEqual([
      12,
      12,
      1234,
      undefined,
      -1,
      undefined,
    ]);
    expect(['1.500000', '2', '0.25', 'x'].map(readDaysAsSessions)).toEqual([3, 4, undefined, undefined]);
    expect(['AM', 'pm', 'Morning', 'noon'].map(readSession)).toEqual(['AM', 'PM', 'AM', undefined]);
  });

  it('splits names', () => {
    expect(splitName('Smith-Jones, Ann')).toEqual({ surname: 'Smith-Jones', forename: 'Ann' });
    expect(splitName('Ann van Dyke')).toEqual({ surname: 'van Dyke', forename: 'Ann' });
    expect(splitName('Ann')).toBeUndefined();
  });
});

describe('words of status and session', () => {
  it('reads whether a pupil is on roll', () => {
    expect(['Active', 'on roll', 'Y', 'Left', 'Leaver', 'N', 'Draft'].map(readOnRoll)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      undefined,
    ]);
  });

  it('reads names of roll calls', () => {
    expect(['Morning Roll Call', 'Afternoon Roll Call', 'AM 1', 'Amber', 'evening'].map(readSession)).toEqual(
      ['AM', 'PM', 'AM', undefined, undefined],
    );
  });
});
