/**
 * Unique pupil number (UPN).
 *
 * Source: DfE, "Unique pupil numbers: guide for schools and local authorities", the section on how a UPN is
 * made up, and the School Census validation rules 1500 to 1590.
 */

/** The 23 letters of check letters; I, O and S are left out since they look like digits. */
export const UPN_ALPHABET = 'ABCDEFGHJKLMNPQRTUVWXYZ';

export interface Upn {
  /** The UPN in upper case, 13 characters. */
  readonly value: string;
  readonly type: 'permanent' | 'temporary';
  readonly checkLetter: string;
  /** LA number, three digits. */
  readonly la: string;
  /** Establishment number, four digits. */
  readonly establishment: string;
  /** Year of allocation, two digits. */
  readonly year: string;
  /** Three digits; of a temporary UPN two digits and a letter. */
  readonly serial: string;
}

export type UpnProblem = 'length' | 'characters' | 'check-letter';

export type UpnResult =
  | { readonly ok: true; readonly upn: Upn }
  /** `expected` is the right check letter, when that is what is wrong. */
  | { readonly ok: false; readonly problem: UpnProblem; readonly expected?: string };

const CODE_A = 65;
const CODE_0 = 48;

/** Value of each letter by its char code less that of A; -1 for I, O and S. */
const LETTER_VALUES = Array.from({ length: 26 }, (_, i) =>
  UPN_ALPHABET.indexOf(String.fromCharCode(CODE_A + i)),
);

/** 0 to 9, or below 0 for what is no digit. */
function digitAt(text: string, index: number): number {
  const value = text.charCodeAt(index) - CODE_0;
  return value <= 9 ? value : -1;
}

/** 0 to 22, or -1 */
function letterAt(text: string, index: number): number {
  return LETTER_VALUES[text.charCodeAt(index) - CODE_A] ?? -1;
}

/** The remainder that names the check letter of 12 characters from `start`, or -1 when they are no UPN's. */
function checkRemainder(text: string, start: number): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) {
    let value = digitAt(text, start + i);
    if (value < 0 && i === 11) value = letterAt(text, start + i);
    if (value < 0) return -1;
    sum += value * (i + 2);
  }
  return sum % 23;
}

/**
 * Check letter for the last 12 characters of a UPN (12 digits, or 11 digits and the letter of a temporary one).
 *
 * @throws RangeError when the body is not of that form.
 */
export function upnCheckLetter(body: string): string {
  const remainder = body.length === 12 ? checkRemainder(body, 0) : -1;
  if (remainder < 0) throw new RangeError('a UPN body has 12 digits, or 11 digits and a letter');
  return UPN_ALPHABET.charAt(remainder);
}

/** White space around and letters in lower case are forgiven; anything else is not. */
export function normaliseUpn(text: string): string {
  return text.trim().toUpperCase();
}

/** Reads a UPN. The text may have white space around it and lower-case letters. */
export function parseUpn(text: string): UpnResult {
  const value = normaliseUpn(text);
  if (value.length !== 13) return { ok: false, problem: 'length' };
  const remainder = checkRemainder(value, 1);
  const first = value.charCodeAt(0);
  if (remainder < 0 || first < CODE_A || first > CODE_A + 25) return { ok: false, problem: 'characters' };
  const expected = UPN_ALPHABET.charAt(remainder);
  if (!value.startsWith(expected)) return { ok: false, problem: 'check-letter', expected };
  return {
    ok: true,
    upn: {
      value,
      type: digitAt(value, 12) < 0 ? 'temporary' : 'permanent',
      checkLetter: expected,
      la: value.slice(1, 4),
      establishment: value.slice(4, 8),
      year: value.slice(8, 10),
      serial: value.slice(10),
    },
  };
}

/** True for a well-formed UPN, permanent or temporary, in upper case and without white space. */
export function isUpn(text: string): boolean {
  if (text.length !== 13) return false;
  // A remainder of -1 names no letter: NaN, which equals nothing
  return UPN_ALPHABET.charCodeAt(checkRemainder(text, 1)) === text.charCodeAt(0);
}

/** True for a well-formed temporary UPN. */
export function isTemporaryUpn(text: string): boolean {
  return isUpn(text) && digitAt(text, 12) < 0;
}

/**
 * Makes a UPN with its check letter; for synthetic data, and for a school's own software.
 *
 * @param parts LA and establishment as numbers or digits, year as four or two digits, serial 0 to 999
 *   (0 to 99 for a temporary one, which takes its `letter` from {@link UPN_ALPHABET}).
 * @throws RangeError when a part does not fit.
 */
export function formatUpn(parts: {
  la: number | string;
  establishment: number | string;
  year: number | string;
  serial: number;
  letter?: string;
}): string {
  const pad = (part: number | string, width: number): string => String(part).padStart(width, '0');
  const year = pad(parts.year, 2).slice(-2);
  const serial = parts.letter === undefined ? pad(parts.serial, 3) : pad(parts.serial, 2) + parts.letter;
  const body = pad(parts.la, 3) + pad(parts.establishment, 4) + year + serial;
  return upnCheckLetter(body) + body;
}
