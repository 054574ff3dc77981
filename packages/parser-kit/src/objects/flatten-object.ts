import type { JsonValue } from '@rollbook/model';

/** Objects deeper than this go into one cell as JSON. */
const DEEPEST = 6;

export type JsonObject = Readonly<Record<string, JsonValue>>;

/** A cell of a row under its heading. */
export type Entry = readonly [heading: string, text: string];

export interface FlattenOptions {
  /** An object that is one value, such as a date; undefined for all others. */
  readonly asText?: (value: JsonObject) => string | undefined;
  /** An object with others in the place of its own members; itself when there is nothing to change. */
  readonly reshape?: (value: JsonObject) => JsonObject;
}

export function isJsonObject(value: JsonValue | undefined): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalarText(value: JsonValue): string {
  if (value === null) return '';
  if (value === true) return 'TRUE';
  if (value === false) return 'FALSE';
  return typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? String(value)
      : JSON.stringify(value);
}

function put(prefix: string, object: JsonObject, depth: number, options: FlattenOptions, out: Entry[]): void {
  const members = options.reshape?.(object) ?? object;
  for (const name of Object.keys(members)) {
    const value = members[name] as JsonValue;
    const heading = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof value !== 'object' || value === null) out.push([heading, scalarText(value)]);
    else if (Array.isArray(value)) {
      const plain = value.every((item) => typeof item !== 'object' || item === null);
      out.push([heading, plain ? value.map(scalarText).join(', ') : JSON.stringify(value)]);
    } else {
      const text = options.asText?.(value) ?? (depth >= DEEPEST ? JSON.stringify(value) : undefined);
      if (text !== undefined) out.push([heading, text]);
      else put(heading, value, depth + 1, options, out);
    }
  }
}

/**
 * The members of an object as the cells of a row: those of objects inside by dotted headings, lists of plain values
 * joined by commas, all else that is nested as JSON.
 */
export function flattenObject(object: JsonObject, options: FlattenOptions = {}): Entry[] {
  const out: Entry[] = [];
  put('', object, 1, options, out);
  return out;
}
