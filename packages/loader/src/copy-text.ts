/**
 * PostgreSQL's COPY, text format: https://www.postgresql.org/docs/current/sql-copy.html, "Text Format".
 * Backslash, newline, carriage return and tab within a value are escaped; null is `\N`.
 */
export const COPY_NULL = '\\N';

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value of a COPY row. It must hold no U+0000 and no lone surrogate (`encodeText` sees to that). */
export function copyValue(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (found) => ESCAPES[found] ?? found) : text;
}

/** As {@link copyValue}, for JSON text, in which only the backslash can stand unescaped. */
export function copyJson(json: string): string {
  return json.includes('\\') ? json.replaceAll('\\', '\\\\') : json;
}
