import { describe, expect, it } from 'vitest';
import { builtinFormat, padNumber, readFormat } from './number-format.js';

const kindOf = (code: string) => {
  const { date, time, elapsed } = readFormat(code);
  return `${date ? 'date' : ''}${time ? 'time' : ''}${elapsed ? ' elapsed' : ''}` || 'number';
};

describe('readFormat', () => {
  it.each([
    ['dd/mm/yyyy', 'date'],
    ['yyyy-mm-dd;@', 'date'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
    ['[$-809]d mmmm yyyy;@', 'date'],
    ['mmm', 'date'],
    ['MMM-YY', 'date'],
    ['dd/mm/yyyy hh:mm', 'datetime'],
    ['yyyy\\-mm\\-dd\\Thh:mm:ss', 'datetime'],
    ['[=0]"";dd/mm/yyyy', 'date'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['h A/P', 'time'],
    ['[h]:mm:ss', 'time elapsed'],
    ['[mm]:ss', 'time elapsed'],
    ['General', 'number'],
    ['Standard', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['0 "days"', 'number'],
    ['0\\d', 'number'],
    ['[$USD] 0.00', 'number'],
    ['_-* #,##0_-;_d0', 'number'],
    ['"unclosed dd', 'number'],
    ['[unclosed dd', 'number'],
    ['@', 'number'],
    ['', 'number'],
  ])('%s: %s', (code, kind) => expect(kindOf(code)).toBe(kind));

  it.each([
    ['000000', 123, '000123'],
    ['0000', 12345, '12345'],
    ['00', 0, '00'],
    ['000\\-0000', 8404001, '840-4001'],
    ['000/0000', 8404001, '840/4001'],
    ['00000 000000', 7700900123, '07700 900123'],
    ['"No. "0000', 7, 'No. 0007'],
    ['0000;-0000;;@', 7, '0007'],
    ['[Red]000', 7, '007'],
    ['000-000', 1234567, '1234-567'],
  ])('%s shows %d as %s', (code, value, shown) =>
    expect(padNumber(value, readFormat(code).padding!)).toBe(shown),
  );

  it.each(['0', '#,##0', '0.00', '00.0', '0%', '00%', '[<1000]000;0000', '[$£]00', 'dd', '"0', '# ?/?'])(
    '%s is no format of zeros',
    (code) => expect(readFormat(code).padding).toBeUndefined(),
  );

  it('leaves numbers alone that a format of zeros would round', () => {
    const padding = readFormat('0000').padding!;
    expect(padNumber(7.5, padding)).toBeUndefined();
    expect(padNumber(-7, padding)).toBeUndefined();
    expect(padNumber(1e300, padding)).toBeUndefined();
  });
});

describe('builtinFormat', () => {
  it('knows the numbers of dates and times', () => {
    const ids = Array.from({ length: 100 }, (_, id) => id);
    const timed = ids.filter((id) => builtinFormat(id).date || builtinFormat(id).time);
    const from = (first: number, last: number) => ids.slice(first, last + 1);
    expect(timed).toEqual([...from(14, 22), ...from(27, 36), ...from(45, 47), ...from(50, 58)]);
    expect(builtinFormat(46).elapsed).toBe(true);
    expect(builtinFormat(14)).toMatchObject({ date: true, time: false });
    expect(builtinFormat(21)).toMatchObject({ date: false, time: true });
    expect(builtinFormat(22)).toMatchObject({ date: true, time: true });
  });
});
