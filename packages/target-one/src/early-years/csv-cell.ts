import { replaceForbidden } from '@rollbook/parser-kit';

/** What a spreadsheet takes for the start of a formula, behind apostrophes that were there already. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const ESCAPED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** Signed numbers and telephone numbers, which no formula is made of. */
const HARMLESS = /^[+-][\d ().,-]*$/;

/**
 * A cell that a spreadsheet won't run: an apostrophe is put before what looks like a formula, and before apostrophes that
 * stand there already, so that {@link unescapeCell} gives the very text back. Characters that a file can't hold become
 * U+FFFD.
 */
export function escapeCell(text: string): string {
  const held = replaceForbidden(text);
  return FORMULA.test(held) && !HARMLESS.test(held) ? `'${held}` : held;
}

/** A cell as it was before {@link escapeCell}, without white space around it. */
export function unescapeCell(cell: string): string {
  const text = ESCAPED.test(cell) ? cell.slice(1) : cell;
  return text.trim();
}
