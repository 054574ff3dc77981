import { UPN_ALPHABET } from '@rollbook/model';

/**
 * A whole number for a well-formed UPN, another for each: its digits, and the last character in base 33. The
 * check letter follows from the rest and is left out.
 */
export function upnNumber(upn: string): number {
  const last = upn.charAt(12);
  const letter = UPN_ALPHABET.indexOf(last);
  return Number(upn.slice(1, 12)) * 33 + (letter < 0 ? Number(last) : 10 + letter);
}
