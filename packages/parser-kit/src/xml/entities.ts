import { isXmlCharacter } from './characters.js';

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Longest reference looked for: `&#x0010FFFF;` with room for leading zeros. */
const longestReference = 32;

/** What is written as a reference, also to an entity that nobody knows: to take that for text would lose what it stands for. */
const looksLikeReference = /^(?:#|[\p{L}_:][\p{L}\p{N}_:.-]*;)/u;

/**
 * `raw` with its references resolved and the text between them passed through `literal` (line ends, white space
 * of attributes). Only the five predefined entities and numbers exist, since a DOCTYPE is refused or skipped. Returns
 * the index in `raw` of a reference that isn't one, instead of text.
 *
 * @param onBare takes an `&` that doesn't even look like the start of a reference as itself, and is called with its index.
 */
export function resolveReferences(
  raw: string,
  literal: ((part: string) => string) | undefined,
  onBare?: (at: number) => void,
): string | number {
  let out = '';
  let from = 0;
  for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', at + 1);
    if (onBare && !looksLikeReference.test(raw.slice(at + 1, at + longestReference))) {
      onBare(at);
      const part = raw.slice(from, at);
      out += `${literal === undefined ? part : literal(part)}&`;
      from = at + 1;
      continue;
    }
    if (end === -1 || end - at > longestReference) return at;
    const resolved = resolveReference(raw.slice(at + 1, end));
    if (resolved === undefined) return at;
    const part = raw.slice(from, at);
    out += (literal === undefined ? part : literal(part)) + resolved;
    from = end + 1;
  }
  const rest = raw.slice(from);
  return out + (literal === undefined ? rest : literal(rest));
}

function resolveReference(reference: string): string | undefined {
  if (!reference.startsWith('#')) return named.get(reference);
  const hexadecimal = reference.startsWith('#x');
  const digits = reference.slice(hexadecimal ? 2 : 1);
  if (!(hexadecimal ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** Line ends as XML has them (2.11). */
export function normaliseLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** White space of attribute values as XML has it (3.3.3). */
export function normaliseAttributeSpace(text: string): string {
  return text.replace(/\r\n|[\t\n\r]/g, ' ');
}
