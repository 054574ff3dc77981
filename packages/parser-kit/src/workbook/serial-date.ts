import type { NumberFormat } from './number-format.js';

const secondsOfDay = 86_400;
const dayLength = 86_400_000;
/** 9999-12-31 in either system, the last day that Excel has. */
const lastSerial = 2_958_465;
const lastSerial1904 = 2_957_003;
/** Excel has a 29 February 1900, as Lotus 1-2-3 had, so that the days before count from one day later. */
const falseLeapDay = 60;
const epochBeforeLeapDay = Date.UTC(1899, 11, 31);
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/**
 * A serial number shown by a format of dates or times (ECMA-376-1, 18.17.4), to the second: `YYYY-MM-DD`, with a
 * time `YYYY-MM-DDTHH:MM:SS`, a time alone `HH:MM:SS` (with `[h]` hours beyond 24). Undefined when the number is no
 * date: negative, after 9999, or below 1 in the system of 1900 under a format without a time. Serial 60 of that
 * system gives `1900-02-29`, the day that Excel shows and that never was.
 */
export function serialToText(serial: number, format: NumberFormat, dates1904: boolean): string | undefined {
  const total = Math.round(serial * secondsOfDay);
  if (total < 0 || !Number.isSafeInteger(total)) return undefined;
  if (format.elapsed && !format.date) return clock(total);
  const day = Math.floor(total / secondsOfDay);
  if (day > (dates1904 ? lastSerial1904 : lastSerial)) return undefined;
  const seconds = total - day * secondsOfDay;
  if (day === 0 && !(dates1904 && format.date)) return format.time ? clock(seconds) : undefined;
  const date = dayToText(day, dates1904);
  return seconds === 0 ? date : `${date}T${clock(seconds)}`;
}

function dayToText(day: number, dates1904: boolean): string {
  if (dates1904) return isoDate(epoch1904 + day * dayLength);
  if (day === falseLeapDay) return '1900-02-29';
  return isoDate((day < falseLeapDay ? epochBeforeLeapDay : epoch1900) + day * dayLength);
}

function isoDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** `HH:MM:SS` of a number of seconds. */
export function clock(total: number): string {
  const seconds = total % 60;
  const minutes = Math.floor(total / 60) % 60;
  return `${two(Math.floor(total / 3600))}:${two(minutes)}:${two(seconds)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

const iso = /^(?:(\d{4}-\d{2}-\d{2}))?(?:T?(\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
/** What programs put in front of a time that has no date. */
const noDate = new Set(['1899-12-30', '1899-12-31', '1900-01-00', '0000-00-00']);

/**
 * An ISO 8601 date, date and time, or time, as {@link serialToText} writes it: midnight is left out, fractions of
 * seconds too; an offset is kept as it stands. Undefined for other text.
 */
export function isoToText(value: string): string | undefined {
  const found = iso.exec(value.trim());
  if (found === null) return undefined;
  const [, date, minutes, seconds = '00', offset = ''] = found;
  if (minutes === undefined) return date;
  const time = `${minutes}:${seconds}`;
  if (date === undefined || noDate.has(date)) return time;
  return time === '00:00:00' ? date : `${date}T${time}${offset}`;
}

const duration = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,]\d+)?S)?)?$/;

/** An ISO 8601 duration, which ODF has for times, as `HH:MM:SS`. Undefined for other text, and for years and months. */
export function durationToText(value: string): string | undefined {
  const found = duration.exec(value.trim());
  if (found === null) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  return clock(((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds));
}
