/** What a number format makes of a number, as far as it matters for its value. */
export interface NumberFormat {
  /** It shows a day, month or year. */
  readonly date: boolean;
  /** It shows a time of day. */
  readonly time: boolean;
  /** It shows hours beyond 24 (`[h]:mm`). */
  readonly elapsed: boolean;
  /** A format of zeros such as `000000`: the places of digits are `0`, all else is shown as it is. */
  readonly padding: readonly FormatToken[] | undefined;
}

interface FormatToken {
  readonly digit: boolean;
  readonly text: string;
}

export const generalFormat: NumberFormat = Object.freeze({
  date: false,
  time: false,
  elapsed: false,
  padding: undefined,
});
const dateFormat: NumberFormat = Object.freeze({ ...generalFormat, date: true });
const timeFormat: NumberFormat = Object.freeze({ ...generalFormat, time: true });
const dateTimeFormat: NumberFormat = Object.freeze({ ...generalFormat, date: true, time: true });
const elapsedFormat: NumberFormat = Object.freeze({ ...generalFormat, time: true, elapsed: true });

/**
 * The formats that have a number and no code in the file (ECMA-376-1, 18.8.30). 27 to 36 and 50 to 58 are dates
 * and times of East Asian languages.
 */
export function builtinFormat(id: number): NumberFormat {
  if (id >= 14 && id <= 17) return dateFormat;
  if (id >= 18 && id <= 21) return timeFormat;
  if (id === 22) return dateTimeFormat;
  if (id === 32 || id === 33) return timeFormat;
  if (id === 34 || id === 35) return dateTimeFormat;
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return dateFormat;
  if (id === 45 || id === 47) return timeFormat;
  return id === 46 ? elapsedFormat : generalFormat;
}

/** Words for "no format" that programs write untranslated or translated; `Standard` would look like a day. */
const general = /^(?:general|standard)$/i;

/** Reads a format code (ECMA-376-1, 18.8.31). */
export function readFormat(code: string): NumberFormat {
  if (general.test(code.trim())) return generalFormat;
  let date = false;
  let time = false;
  let elapsed = false;
  let m = false;
  for (let i = 0; i < code.length; i++) {
    switch (code[i]?.toLowerCase()) {
      case '"': {
        const end = code.indexOf('"', i + 1);
        i = end === -1 ? code.length : end;
        break;
      }
      case '\\':
      case '_':
      case '*':
        i++;
        break;
      case '[': {
        const end = code.indexOf(']', i);
        if (/^(?:h+|m+|s+)$/i.test(code.slice(i + 1, end === -1 ? undefined : end))) {
          elapsed = true;
          time = true;
        }
        i = end === -1 ? code.length : end;
        break;
      }
      case 'a':
        // AM/PM and A/P
        if (/^(?:am\/pm|a\/p)/i.test(code.slice(i, i + 5))) {
          time = true;
          i += code[i + 1] === '/' ? 2 : 4;
        }
        break;
      case 'd':
      case 'y':
        date = true;
        break;
      case 'h':
      case 's':
        time = true;
        break;
      case 'm':
        m = true;
        break;
    }
  }
  // An `m` is a minute beside hours or seconds, else a month.
  if (m && !time) date = true;
  const padding = date || time ? undefined : readPadding(code);
  return { date, time, elapsed, padding };
}

/** The first section of a format, when all it has is zeros, at least two, and literal text. */
function readPadding(code: string): readonly FormatToken[] | undefined {
  const tokens: FormatToken[] = [];
  let digits = 0;
  for (let i = 0; i < code.length && code[i] !== ';'; i++) {
    const character = code[i] ?? '';
    if (character === '0') {
      digits++;
      tokens.push({ digit: true, text: '0' });
    } else if (character === '\\') tokens.push({ digit: false, text: code[++i] ?? '' });
    else if (character === '"') {
      const end = code.indexOf('"', i + 1);
      if (end === -1) return undefined;
      tokens.push({ digit: false, text: code.slice(i + 1, end) });
      i = end;
    } else if (character === '_' || character === '*') i++;
    else if (character === '[') {
      // A colour changes nothing; a condition or currency makes it another kind of format.
      const found = /^\[[a-z]+ ?[0-9]*\]/i.exec(code.slice(i));
      if (found === null) return undefined;
      i += found[0].length - 1;
    } else if (' -/()'.includes(character)) tokens.push({ digit: false, text: character });
    else return undefined;
  }
  return digits >= 2 ? tokens : undefined;
}

/** A whole number as a format of zeros shows it; undefined for others, which it would round. */
export function padNumber(value: number, padding: readonly FormatToken[]): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return undefined;
  const places = padding.reduce((sum, token) => sum + (token.digit ? 1 : 0), 0);
  const digits = String(value).padStart(places, '0');
  // Digits beyond the places stand before the first.
  let next = digits.length - places + 1;
  let out = '';
  let first = true;
  for (const { digit, text } of padding) {
    if (!digit) out += text;
    else if (first) {
      out += digits.slice(0, next);
      first = false;
    } else out += digits[next++] ?? '';
  }
  return out;
}
