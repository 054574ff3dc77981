import type { Detection, Head } from '@rollbook/parser-kit';
import { findKind, FIRST_HEADINGS, isSchoolDataSync, MANIFEST } from './file-kinds.js';

/** The headings of a head's first line. No heading of the standard has a delimiter or a quote in it. */
function firstLine(text: string): string[] {
  const [line = ''] = /^[^\r\n]*/.exec(text.replace(/^\ufeff?\s*/, '').slice(0, 8192)) ?? [];
  return line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** By the headings: `sourcedId`, and those that only one file of the set has. */
export function detect({ text }: Head): Detection | undefined {
  const headings = firstLine(text);
  if (headings.length < 2 || isSchoolDataSync(headings)) return undefined;
  const kind = findKind(headings);
  if (kind === undefined) return undefined;
  if (kind.name === MANIFEST) {
    // Such a pair of headings may be anyone's
    const found = /^"?oneroster\.version"?\s*[,;\t|]\s*"?([\d.]+)/m.exec(text)?.[1];
    if (found !== undefined)
      return { confidence: 1, reason: 'manifest with oneroster.version', version: found };
    return /^"?(?:manifest\.version|file\.[A-Za-z]+)"?\s*[,;\t|]/m.test(text)
      ? { confidence: 0.6, reason: 'manifest of a set of files' }
      : undefined;
  }
  const keys = new Set(headings.map((heading) => heading.toLowerCase()));
  const first = FIRST_HEADINGS.filter((heading) => keys.has(heading.toLowerCase())).length;
  // Without the two that every file has, other formats with a sourcedId look the same
  if (first < FIRST_HEADINGS.length && kind.name !== 'users') return undefined;
  const confidence = kind.isExact ? 1 : first === FIRST_HEADINGS.length ? 0.95 : 0.7;
  const reason = `headings of OneRoster's ${kind.name}.csv${kind.isExact ? '' : ', in other order or not all'}`;
  return kind.version === undefined ? { confidence, reason } : { confidence, reason, version: kind.version };
}
