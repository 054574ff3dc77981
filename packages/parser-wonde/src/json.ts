import type { JsonValue } from '@rollbook/model';

export type JsonObject = Readonly<Record<string, JsonValue>>;

/** An object of the file, with its place. */
export interface WondeItem {
  readonly value: JsonObject;
  /** JSON Pointer. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export function isObject(value: JsonValue | undefined): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an include holds: its `data`, or the value itself where nothing is wrapped around it. */
export function included(value: JsonValue | undefined): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, 'data') ? value.data : value;
}

export function includedObject(value: JsonValue | undefined): JsonObject | undefined {
  const inner = included(value);
  return isObject(inner) ? inner : undefined;
}

/** The objects of an include that is a list; one object alone is a list of one. */
export function includedList(value: JsonValue | undefined): JsonObject[] {
  const inner = included(value);
  if (Array.isArray(inner)) return inner.filter(isObject);
  return isObject(inner) ? [inner] : [];
}

/** True for null, the empty text, the empty object and list, and an include without data: Wonde says nothing. */
export function isNothing(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  const keys = Object.keys(value);
  return keys.length === 0 || (keys.length === 1 && keys[0] === 'data' && isNothing(value.data));
}

/** The text of a single value, as sent; undefined for objects and lists. */
export function scalarText(value: JsonValue | undefined): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

/** A single value without white space around it; undefined when there is none. */
export function trimmed(value: JsonValue | undefined): string | undefined {
  const text = scalarText(value)?.trim();
  return text === '' ? undefined : text;
}

/** The id that a member names: the id itself, or the `id` of the object that was included. */
export function idOf(value: JsonValue | undefined): string | undefined {
  return trimmed(value) ?? trimmed(includedObject(value)?.id);
}

/** No schema of records lets a property of this name through. */
const PROTOTYPE = '__proto__';

/** Sets a property whose name is the file's. */
export function setOwn(target: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name === PROTOTYPE) target['"__proto__"'] = value;
  else target[name] = value;
}

/** A value fit for a record: `1e999` is infinite here and could not be written as JSON again. */
export function finite(value: JsonValue): JsonValue {
  if (!isUnfit(value)) return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(finite);
  const copy: Record<string, JsonValue> = {};
  if (isObject(value)) for (const name of Object.keys(value)) setOwn(copy, name, finite(value[name] ?? null));
  return copy;
}

function isUnfit(value: JsonValue): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, PROTOTYPE) || Object.values(value).some(isUnfit);
}
