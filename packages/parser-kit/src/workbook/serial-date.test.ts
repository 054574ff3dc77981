import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormat } from './number-format.js';
import { durationToText, isoToText, serialToText } from './serial-date.js';

const date = readFormat('dd/mm/yyyy');
const time = readFormat('hh:mm');
const both = readFormat('dd/mm/yyyy hh:mm');
const elapsed = readFormat('[h]:mm');

/** Counts days one by one; `lotus` gives 1900 its false leap day. */
function calendar(year: number, last: number, lotus: boolean): string[] {
  const days: string[] = [];
  for (let y = year; y <= last; y++) {
    const leap = (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)) || (lotus && y === 1900);
    [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, month) => {
      for (let d = 1; d <= length; d++) {
        days.push(`${y}-${String(month + 1).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
      }
    });
  }
  return days;
}
// Serial 1 is the first day of 1900, serial 0 the first of 1904.
const days1900 = ['', ...calendar(1900, 2200, true)];
const days1904 = calendar(1904, 2200, false);

describe('serialToText', () => {
  it('every day of three centuries in the system of 1900, with its false 29 February', () => {
    for (let day = 1; day < days1900.length; day++) {
      if (serialToText(day, date, false) !== days1900[day]) expect(day).toBe(days1900[day]);
    }
    expect(serialToText(59, date, false)).toBe('1900-02-28');
    expect(serialToText(60, date, false)).toBe('1900-02-29');
    expect(serialToText(61, date, false)).toBe('1900-03-01');
    expect(serialToText(45_536, date, false)).toBe('2024-09-01');
  });

  it('every day of three centuries in the system of 1904', () => {
    for (let day = 0; day < days1904.length; day++) {
      if (serialToText(day, date, true) !== days1904[day]) expect(day).toBe(days1904[day]);
    }
  });

  it('days with a time, to the second, in both systems', () => {
    const clock = (seconds: number) =>
      [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
        .map((part) => String(part).padStart(2, '0'))
        .join(':');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 86_399 }),
        (day, seconds) => {
          const serial = day + seconds / 86_400;
          expect(serialToText(serial, both, false)).toBe(`${days1900[day]}T${clock(seconds)}`);
          expect(serialToText(serial, date, true)).toBe(`${days1904[day]}T${clock(seconds)}`);
          expect(serialToText(seconds / 86_400, time, false)).toBe(clock(seconds));
          expect(serialToText(seconds / 86_400, time, true)).toBe(clock(seconds));
        },
      ),
    );
  });

  it('rounds to the second, over midnight too', () => {
    expect(serialToText(45_536.999_999_9, both, false)).toBe('2024-09-02');
    expect(serialToText(0.999_999_9, time, false)).toBe('1900-01-01');
  });

  it('hours beyond a day under [h]', () => {
    expect(serialToText(1.104_166_666_7, elapsed, false)).toBe('26:30:00');
    expect(serialToText(1.104_166_666_7, time, false)).toBe('1900-01-01T02:30:00');
  });

  it('is no date: below 1 without a time, negative, beyond 9999', () => {
    expect(serialToText(0, date, false)).toBeUndefined();
    expect(serialToText(0.5, date, false)).toBeUndefined();
    expect(serialToText(0, time, false)).toBe('00:00:00');
    expect(serialToText(0, date, true)).toBe('1904-01-01');
    expect(serialToText(-1, date, false)).toBeUndefined();
    expect(serialToText(2_958_465, date, false)).toBe('9999-12-31');
    expect(serialToText(2_958_466, date, false)).toBeUndefined();
    expect(serialToText(2_957_003, date, true)).toBe('9999-12-31');
    expect(serialToText(2_957_004, date, true)).toBeUndefined();
    expect(serialToText(1e300, elapsed, false)).toBeUndefined();
  });
});

describe('isoToText', () => {
  it.each([
    ['2024-09-01', '2024-09-01'],
    ['2024-09-01T00:00:00', '2024-09-01'],
    ['2024-09-01T00:00:00.000', '2024-09-01'],
    ['2024-09-01T09:30', '2024-09-01T09:30:00'],
    ['2024-09-01T09:30:15.25Z', '2024-09-01T09:30:15Z'],
    ['1899-12-30T09:30:00', '09:30:00'],
    ['T09:30:00', '09:30:00'],
    ['01/09/2024', undefined],
    ['', undefined],
  ])('%s: %s', (value, text) => expect(isoToText(value)).toBe(text));
});

describe('durationToText', () => {
  it.each([
    ['PT09H30M00S', '09:30:00'],
    ['PT26H30M00S', '26:30:00'],
    ['PT9H5M7.5S', '09:05:07'],
    ['P1DT1H', '25:00:00'],
    ['P1Y', undefined],
    ['9:30', undefined],
  ])('%s: %s', (value, text) => expect(durationToText(value)).toBe(text));
});
