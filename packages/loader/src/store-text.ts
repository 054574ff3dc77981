import { hash } from 'node:crypto';

/**
 * PostgreSQL's text and jsonb take neither U+0000 nor half of a surrogate pair, and a school's file may hold
 * both. They are written as U+FDD0, a code point that Unicode reserves for a program's own use, and four hex
 * digits; U+FDD0 itself likewise, so that every JavaScript string comes back as it was.
 */
export const ESCAPE = '\uFDD0';

// With the flag `u`, [\ud800-\udfff] matches lone surrogates only.
// eslint-disable-next-line no-control-regex -- U+0000 is what this is about
const UNSTORABLE = /[\u0000\uFDD0\uD800-\uDFFF]/gu;
/** Faster to ask, and true for every surrogate. Most text has none. */
// eslint-disable-next-line no-control-regex -- as above
const MAYBE_UNSTORABLE = /[\u0000\uFDD0\uD800-\uDFFF]/;
const ESCAPED = /\uFDD0([0-9a-f]{4})/g;

/** Text as PostgreSQL can hold it. */
export function encodeText(text: string): string {
  if (!MAYBE_UNSTORABLE.test(text)) return text;
  return text.replace(UNSTORABLE, (found) => ESCAPE + found.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** The text that {@link encodeText} was given. */
export function decodeText(text: string): string {
  if (!text.includes(ESCAPE)) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * A record's key, or a school, as the store's column holds it. Text of more than `longest` characters is
 * cut, and ends in `#` and the SHA-256 of the whole instead: an index entry of PostgreSQL holds at most
 * 2,704 bytes, and one absurd name must not fail a load. The record itself keeps its whole key.
 */
export function storeKey(key: string, longest = 600): string {
  const text = encodeText(key);
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 65).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}#${hash('sha256', text)}`;
}

/** A school as its column holds it; no known school is the empty string, a scope of its own. */
export function storeSchool(school: string | undefined): string {
  return school === undefined ? '' : storeKey(school, 80);
}
