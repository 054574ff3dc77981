import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.js';

describe('readDate', () => {
  it.each([
    ['2014-09-01', '2014-09-01'],
    ['2014-09-01T00:00:00', '2014-09-01'],
    ['2014-09-01 00:00', '2014-09-01'],
    ['01/09/2014', '2014-09-01'],
  ])('reads %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    '',
    '2014-02-30',
    '2014-9-1',
    '31/02/2014',
    '2014-02-30T00:00:00',
    '01/09/14',
    'aa/bb/cccc',
    '20140901',
  ])('does not read %s', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});
