const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;

/** Milliseconds that a `Retry-After` asks for, by seconds or by date; undefined when it says nothing readable. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Only the forms of HTTP: Date.parse would take a bare number for a year.
  if (!/[A-Za-z]{3}/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * Milliseconds before the next attempt: twice as long each time, between half of it and all of it by chance, so that
 * many clients don't come back at once.
 *
 * @param attempt attempts so far, from 1
 */
export function backOff(attempt: number, random: () => number): number {
  const whole = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
  return Math.round(whole / 2 + (whole / 2) * random());
}
