/**
 * Unique learner number (ULN): nine digits and a check digit.
 *
 * Source: Learning Records Service, "ULN validation"; weights 10 to 2 on the first nine digits, r = sum mod 11,
 * r = 0 is no valid ULN, the check digit is 10 - r. A ULN does not begin with 0; 9999999999 is the ILR's
 * placeholder for "none yet" and is no learner's number, though its check digit holds.
 */

export type UlnProblem = 'length' | 'characters' | 'check-digit' | 'placeholder';
export type UlnResult =
  { readonly ok: true; readonly uln: string } | { readonly ok: false; readonly problem: UlnProblem };

const PLACEHOLDER = '9999999999';

/** The check digit for a text that begins with nine digits; 10, which is no digit, when they have none. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * (10 - i);
  return 10 - (sum % 11);
}

/** Reads a ULN; white space around it is forgiven. */
export function parseUln(text: string): UlnResult {
  const uln = text.trim();
  if (uln.length !== 10) return { ok: false, problem: 'length' };
  if (!/^[1-9]\d*$/.test(uln)) return { ok: false, problem: 'characters' };
  if (uln === PLACEHOLDER) return { ok: false, problem: 'placeholder' };
  if (checkDigit(uln) !== uln.charCodeAt(9) - 48) return { ok: false, problem: 'check-digit' };
  return { ok: true, uln };
}

export function isUln(text: string): boolean {
  const result = parseUln(text);
  return result.ok && result.uln === text;
}

/**
 * The ULN for a nine-digit body, or undefined where the body has none (its remainder is 0, or it begins with 0).
 *
 * @throws RangeError when the body is not nine digits.
 */
export function formatUln(body: number | string): string | undefined {
  const digits = String(body);
  if (!/^\d{9}$/.test(digits)) throw new RangeError('a ULN body has nine digits');
  const uln = digits + String(checkDigit(digits));
  return parseUln(uln).ok ? uln : undefined;
}
