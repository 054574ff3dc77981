import { formatIsoDate, isIsoDate } from '@rollbook/model';

/** .NET's date for "none". */
const NO_DATE = '0001-01-01';

/**
 * A day as `YYYY-MM-DD` of what iSAMS writes: a date with `T00:00:00` or ` 00:00:00` behind it, a bare date, and
 * `DD/MM/YYYY` from spreadsheets. Undefined when the text names no day.
 */
export function readDate(text: string): string | undefined {
  if (text.length === 10 && text.charAt(2) === '/' && text.charAt(5) === '/') {
    return formatIsoDate(Number(text.slice(6)), Number(text.slice(3, 5)), Number(text.slice(0, 2)));
  }
  if (text.length > 10 && text.charAt(10) !== 'T' && text.charAt(10) !== ' ') return undefined;
  const day = text.length === 10 ? text : text.slice(0, 10);
  return isIsoDate(day) ? day : undefined;
}

/** Whether a date stands for no date at all. */
export function isNoDate(text: string): boolean {
  return text.startsWith(NO_DATE);
}

/** Hours of `YYYY-MM-DDTHH:MM:SS`, 0 to 23; undefined when the text has no time. */
export function readHour(text: string): number | undefined {
  if (text.length < 16 || text.charAt(13) !== ':') return undefined;
  const hour = (text.charCodeAt(11) - 48) * 10 + text.charCodeAt(12) - 48;
  return hour >= 0 && hour <= 23 ? hour : undefined;
}

/** `1` and `0`, `True` and `False` in any case, `Yes` and `No`. */
export function readFlag(text: string): boolean | undefined {
  switch (text) {
    case '1':
      return true;
    case '0':
      return false;
    default:
  }
  switch (text.toLowerCase()) {
    case 'true':
    case 'yes':
    case 'y':
      return true;
    case 'false':
    case 'no':
    case 'n':
      return false;
    default:
      return undefined;
  }
}

/** The number that up to nine digits stand for, or -1. */
export function readDigits(text: string): number {
  if (text === '' || text.length > 9) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const YEARS: ReadonlyMap<string, string> = new Map([
  ['-2', 'N1'],
  ['-1', 'N2'],
  ['0', 'R'],
  ...Array.from({ length: 14 }, (_, i): [string, string] => [String(i + 1), String(i + 1)]),
  ['R', 'R'],
  ['N1', 'N1'],
  ['N2', 'N2'],
]);

/** The DfE's year group for iSAMS's number: -2 and -1 are nursery, 0 is Reception. */
export function readYearGroup(text: string): string | undefined {
  return YEARS.get(text) ?? YEARS.get(text.replace(/^(?:year|yr\.?|y)\s*/i, '').replace(/^0+(?=\d)/, ''));
}
