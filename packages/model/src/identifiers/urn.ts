/** Unique reference number of an establishment in GIAS: six digits, the first not 0. */

export function isUrn(text: string): boolean {
  return /^[1-9]\d{5}$/.test(text);
}

/** Reads a URN; white space around it is forgiven. Undefined when it is none. */
export function parseUrn(text: string): string | undefined {
  const urn = text.trim();
  return isUrn(urn) ? urn : undefined;
}
