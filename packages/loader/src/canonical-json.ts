import { LoaderError } from './errors.js';
import { ESCAPE, decodeText, encodeText } from './store-text.js';

/** What JSON must escape, what {@link encodeText} must, and every surrogate (a pair is rare, so it may cost). */
// eslint-disable-next-line no-control-regex -- control characters are what JSON escapes
const SPECIAL = /["\\\u0000-\u001F\uD800-\uDFFF\uFDD0]/;

/** Deeper than any record; PostgreSQL's own JSON reader gives up at some thousands. */
const DEEPEST = 200;

/**
 * JSON whose text depends on the value alone: the properties of every object in order of their names,
 * undefined ones left out, no white space, text as PostgreSQL can hold it. So equal records have equal text,
 * whatever wrote them, and one text serves for the hash and for the column.
 * @throws LoaderError `invalid-item` for what JSON has no words for, or nesting deeper than 200.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      // JSON has no NaN and no infinity, and -0 is 0: what JSON.stringify does.
      return Number.isFinite(value) ? String(value) : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      break;
    default:
      throw new LoaderError('invalid-item', `An item holds a ${typeof value}, which is no JSON value.`);
  }
  if (value === null) return 'null';
  if (depth === DEEPEST) throw new LoaderError('invalid-item', `An item is nested deeper than ${DEEPEST}.`);
  if (Array.isArray(value)) {
    let text = '';
    for (const element of value as unknown[]) {
      text += (text ? ',' : '') + (element === undefined ? 'null' : canonicalJson(element, depth + 1));
    }
    return `[${text}]`;
  }
  return objectJson(value as Record<string, unknown>, depth);
}

/** {@link canonicalJson} of a record's content: of all but its provenance. */
export function contentJson(record: object): string {
  return objectJson(record as Record<string, unknown>, 0, 'provenance');
}

function objectJson(object: Record<string, unknown>, depth: number, without?: string): string {
  let text = '';
  for (const name of Object.keys(object).sort()) {
    const property = object[name];
    if (property === undefined || name === without) continue;
    text += `${text ? ',' : ''}${quote(name)}:${canonicalJson(property, depth + 1)}`;
  }
  return `{${text}}`;
}

function quote(text: string): string {
  return SPECIAL.test(text) ? JSON.stringify(encodeText(text)) : `"${text}"`;
}

/** Reads JSON text out of the store, with every string as it was before {@link canonicalJson}. */
export function parseStoredJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes(ESCAPE) ? decodeDeep(value) : value;
}

function decodeDeep(value: unknown): unknown {
  if (typeof value === 'string') return decodeText(value);
  if (Array.isArray(value)) return value.map(decodeDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, property]) => [decodeText(name), decodeDeep(property)]),
  );
}
