/**
 * LAESTAB: local authority number (three digits) and establishment number (four), as the DfE's register of
 * schools (GIAS) has them; written `856/4123`, `8564123` or `856 4123`.
 */

export interface Laestab {
  /** Seven digits. */
  readonly value: string;
  readonly la: string;
  readonly establishment: string;
}

/** Reads a LAESTAB in any of its spellings; undefined when it is none. */
export function parseLaestab(text: string): Laestab | undefined {
  const match = /^\s*([2-9]\d{2})\s*[/\-\s]?\s*(\d{4})\s*$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { value: match[1] + match[2], la: match[1], establishment: match[2] };
}

/** True for seven digits with a possible LA number (201 to 999). */
export function isLaestab(text: string): boolean {
  return parseLaestab(text)?.value === text;
}

/**
 * Seven digits from LA and establishment, or undefined when the two are not three and up to four digits.
 * An establishment that lost its leading zeros in a spreadsheet gets them back.
 */
export function formatLaestab(la: number | string, establishment: number | string): string | undefined {
  const text = String(la).trim() + String(establishment).trim().padStart(4, '0');
  return isLaestab(text) ? text : undefined;
}
