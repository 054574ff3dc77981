import { isIsoDate, type JsonValue } from '@rollbook/model';
import { isObject } from './json.js';

/** The text of a date: plain, or in an object with its time zone. Undefined when there is none. */
export function dateText(value: JsonValue | undefined): string | undefined {
  const text = isObject(value) ? value.date : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** The day as it is written, whatever the time zone: midnight of London is the evening before in UTC. */
export function readDay(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 10 && trimmed.charAt(10) !== ' ' && trimmed.charAt(10) !== 'T') return undefined;
  const day = trimmed.slice(0, 10);
  return isIsoDate(day) ? day : undefined;
}

/** The number that up to nine digits stand for, also as `3.0`; -1 for all else. */
export function readWhole(text: string): number {
  return /^\d{1,9}(?:\.0+)?$/.test(text) ? Number(text) : -1;
}
