import type { Place } from '@rollbook/model';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const grouped = new Intl.NumberFormat('en-GB');

/** `12,345`. */
export const numberText = (count: number): string => grouped.format(count);

/** `1 error`, `2,000 errors`, `no errors`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : numberText(count)} ${count === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listText(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A share of a whole in per cent with one decimal: `94.9%`. Never 100% while something is missing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '–';
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`;
}

/** `October 2026` for `2026-10`; what is no month stays as it is. */
export function monthText(month: string): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1];
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`;
}

/** `Oct` for `2026-10`. */
export const shortMonthText = (month: string): string => monthText(month).slice(0, 3);

/** `1 October 2026` for `2026-10-01`; what is no date stays as it is. */
export function dayText(date: string): string {
  const parts = /^(\d{4}-\d\d)-(\d\d)$/.exec(date);
  if (!parts) return date;
  return `${Number(parts[2])} ${monthText(parts[1] ?? '')}`;
}

/** `Monday` for 1. */
export const weekdayText = (weekday: number): string => WEEKDAYS[weekday - 1] ?? String(weekday);

/** `25 November 2026 at 03:16 GMT` in England, for a moment in ISO 8601; what is none stays as it is. */
export function momentText(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const parts = new Map<string, string>(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    })
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: string): string => parts.get(type) ?? '';
  const day = dayText(`${part('year')}-${part('month')}-${part('day')}`);
  return `${day} at ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}

/** `4.2 seconds`, `3 minutes 20 seconds`. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} seconds`;
  const whole = Math.round(seconds);
  return listText(
    [
      countText(Math.floor(whole / 60), 'minute'),
      whole % 60 > 0 ? countText(whole % 60, 'second') : '',
    ].filter((part) => part !== ''),
  );
}

/** `12.3 MB`; sizes as file managers show them, by thousands. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return countText(bytes, 'byte');
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `Year 7`, `Reception`; a year group of no known kind as it is, and null as not given. */
export function yearGroupText(yearGroup: string | null): string {
  if (yearGroup === null) return 'Not given';
  if (/^\d\d?$/.test(yearGroup)) return `Year ${yearGroup}`;
  if (yearGroup === 'R') return 'Reception';
  if (yearGroup === 'N1') return 'Nursery, first year';
  if (yearGroup === 'N2') return 'Nursery, second year';
  if (yearGroup === 'X') return 'No year group (X)';
  return yearGroup;
}

/** Order of schooling: N1, N2, R, 1 to 14, X, others; last what is not given. */
export function yearGroupRank(yearGroup: string | null): number {
  if (yearGroup === null) return 99;
  if (yearGroup === 'N1') return -2;
  if (yearGroup === 'N2') return -1;
  if (yearGroup === 'R') return 0;
  if (/^\d\d?$/.test(yearGroup)) return Number(yearGroup);
  return yearGroup === 'X' ? 97 : 98;
}

/** Where in a file: `sheet Pupils, row 12, column UPN`, `line 44, column 5`, an element path; empty if not known. */
export function placeText({ line, column, row, columnName, sheet, path }: Place): string {
  const parts: string[] = [];
  if (sheet !== undefined) parts.push(`sheet ${sheet}`);
  if (row !== undefined) parts.push(`row ${row}`);
  if (columnName !== undefined) parts.push(`column ${columnName}`);
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined && columnName === undefined) parts.push(`column ${column}`);
  if (path !== undefined) parts.push(path);
  return parts.join(', ');
}
