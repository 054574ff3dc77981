const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a text of the file stands for; undefined for what is none (`0x10`, `Infinity`, blanks). */
export function readNumber(text: string): number | undefined {
  if (!numeric.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A number in its shortest form: `12.1`, `447700900123`. Fractions have 15 significant digits, as Excel shows and
 * computes, so that a sum stored as 0.30000000000000004 is 0.3.
 */
export function numberToText(value: number): string {
  return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));
}

/** Whether a text is a whole number in shortest form already, as most in a file are. */
export function isPlainInteger(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > 15) return false;
  const first = text.charCodeAt(0);
  if (first < 0x31 || first > 0x39) return text === '0';
  for (let i = 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

const escape = /_x([0-9A-Fa-f]{4})_/g;

/** Resolves `_x000D_` and the like, by which .xlsx writes what XML can't hold, and `_x005F_` for the `_` of such a text (ECMA-376-1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
