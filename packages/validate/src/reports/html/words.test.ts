import { describe, expect, it } from 'vitest';
import {
  countText,
  dayText,
  durationText,
  listText,
  momentText,
  monthText,
  numberText,
  placeText,
  shareText,
  shortMonthText,
  sizeText,
  weekdayText,
  yearGroupRank,
  yearGroupText,
} from './words.js';

describe('numbers', () => {
  it.each([
    [0, 'no queries'],
    [1, '1 query'],
    [2, '2 queries'],
    [12_345, '12,345 queries'],
  ])('counts %i', (count, text) => expect(countText(count, 'query', 'queries')).toBe(text));

  it('makes plurals by itself and groups thousands', () => {
    expect(countText(2, 'file')).toBe('2 files');
    expect(numberText(1_000_000)).toBe('1,000,000');
  });

  it.each([
    [0, 0, '–'],
    [0, 10, '0.0%'],
    [949, 1000, '94.9%'],
    [9499, 10_000, '94.9%'],
    [99_999, 100_000, '99.9%'],
    [10, 10, '100.0%'],
  ])('%i of %i is %s', (part, whole, text) => expect(shareText(part, whole)).toBe(text));

  it.each([
    [0.05, '0.1 seconds'],
    [59.94, '59.9 seconds'],
    [60, '1 minute'],
    [200, '3 minutes and 20 seconds'],
    [61, '1 minute and 1 second'],
  ])('%d seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));

  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [1_000_000, '1.0 MB'],
  ])('%i bytes are %s', (size, text) => expect(sizeText(size)).toBe(text));

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('lists %j', (words, text) => expect(listText(words)).toBe(text));
});

describe('dates', () => {
  it('are as people in England write them', () => {
    expect(dayText('2026-10-01')).toBe('1 October 2026');
    expect(dayText('2026-12-31')).toBe('31 December 2026');
    expect(monthText('2026-01')).toBe('January 2026');
    expect(shortMonthText('2026-09')).toBe('Sep');
    expect([1, 7, 8].map(weekdayText)).toEqual(['Monday', 'Sunday', '8']);
  });

  it.each(['', '2026', '01/10/2026', '2026-10-01T00:00', 'x2026-10-01'])('%j stays as it is', (text) =>
    expect(dayText(text)).toBe(text),
  );

  it('keeps a month that there is not', () => expect(monthText('2026-13')).toBe('2026-13'));

  it('tells moments by the clock in England', () => {
    expect(momentText('2026-11-25T03:16:29Z')).toBe('25 November 2026 at 03:16 GMT');
    expect(momentText('2026-07-01T23:30:00.000Z')).toBe('2 July 2026 at 00:30 BST');
    expect(momentText('yesterday')).toBe('yesterday');
  });
});

describe('year groups', () => {
  it('have names', () => {
    expect(['N1', 'N2', 'R', '1', '14', 'X', '7B', null].map(yearGroupText)).toEqual([
      'Nursery, first year',
      'Nursery, second year',
      'Reception',
      'Year 1',
      'Year 14',
      'No year group (X)',
      '7B',
      'Not given',
    ]);
  });

  it('come in the order of schooling', () => {
    const order = ['N1', 'N2', 'R', '1', '2', '10', '14', 'X', '7B', null];
    expect([...order].reverse().sort((a, b) => yearGroupRank(a) - yearGroupRank(b))).toEqual(order);
  });
});

describe('places', () => {
  it.each([
    [{}, ''],
    [{ line: 44, column: 5 }, 'line 44, column 5'],
    [{ sheet: 'Pupils', row: 12, columnName: 'UPN' }, 'sheet Pupils, row 12, column UPN'],
    [{ row: 12, column: 3, columnName: 'UPN' }, 'row 12, column UPN'],
    [{ path: '/CTFile/Pupil[12]' }, '/CTFile/Pupil[12]'],
    [{ line: 3, path: '/a' }, 'line 3, /a'],
  ])('%j is %j', (place, text) => expect(placeText(place)).toBe(text));
});
