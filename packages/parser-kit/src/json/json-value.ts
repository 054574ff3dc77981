export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A key or an index. */
export type JsonSegment = string | number;

export interface JsonRecord {
  /**
   * As `JSON.parse` gives it. A number keeps what a double can hold: an id of 17 digits or more that is sent as a
   * number is not exact. A key `__proto__` is a key like others. Half a surrogate pair is U+FFFD.
   */
  readonly value: JsonValue;
  /** JSON Pointer (RFC 6901), such as `/data/0`; `''` for the whole document. */
  readonly path: string;
  readonly segments: readonly JsonSegment[];
  /** Where its first character stands, 1 first; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** JSON Pointer (RFC 6901). */
export function jsonPointer(segments: readonly JsonSegment[]): string {
  let pointer = '';
  for (const segment of segments) {
    pointer += '/';
    if (typeof segment === 'number') pointer += String(segment);
    else pointer += /[~/]/.test(segment) ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
  }
  return pointer;
}

const surrogateEscape = /\\u[dD][89a-fA-F]/;
/** Every escape in turn, so that a backslash that is itself escaped begins none. */
const anyEscape =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[dD][89a-fA-F][\da-fA-F]{2}|[^])/g;

/**
 * The value of a JSON text; throws `SyntaxError` as `JSON.parse` does. Escapes of half a surrogate pair give U+FFFD:
 * no UTF-8 can hold the half, and a database would refuse it long after.
 */
export function parseJson(text: string): JsonValue {
  const whole = surrogateEscape.test(text)
    ? text.replace(anyEscape, (escape) => (escape.length === 6 ? '\\ufffd' : escape))
    : text;
  return JSON.parse(whole) as JsonValue;
}
