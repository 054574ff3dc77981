import type { Layout } from './layout.js';

const TOTAL =
  /^(?:grand |sub ?)?totals?\b|^(?:average|mean|count|number of (?:pupils|students|records)|page \d+|printed|report (?:run|date|created)|end of report)\b/i;

/** The headings once more, as reports in pages have them. */
export function repeatsHeader(headings: readonly string[], cells: readonly string[]): boolean {
  let same = 0;
  // Only a row that begins like the header is worth comparing in whole
  for (let i = 0; i < 3 && i < cells.length; i++) if (cells[i] !== '' && cells[i] === headings[i]) same++;
  if (same === 0) return false;
  same = 0;
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] === '') continue;
    if (cells[i] !== headings[i]) return false;
    same++;
  }
  return same > 1;
}

/** A row that begins like one of totals and has no word where a pupil is named: "Total, Ann" is a pupil. */
export function isTotal(layout: Layout, cells: readonly string[], first: string): boolean {
  if (first.length >= 60 || !TOTAL.test(first)) return false;
  return !layout.identity.some((index) => {
    const text = (cells[index] ?? '').trim();
    return text !== first.trim() && /\p{L}/u.test(text);
  });
}
