import type { ColumnValues } from './column-values.js';

/** Digits that the numbers of a field have, where they have zeros in front of them. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['enrolment.admissionNumber', 6],
  ['school.laestab', 7],
  ['school.establishment', 4],
  ['school.la', 3],
  ['pupil.supplierIds:candidateNumber', 4],
]);
const FEWEST = 4;

/**
 * The length to fill numbers up to when a spreadsheet program took them for numbers and dropped their zeros: most have
 * the full length, some fewer, none more, and none begins with a zero. Undefined when nothing speaks for that.
 */
export function lostZeros(field: string, { values }: ColumnValues): number | undefined {
  if (/^(?:pupil|contact)\.phones(?::|$)/.test(field)) {
    // Other numbers than those of mobiles are of several lengths
    const lost = values.filter((value) => /^7\d{9}$/.test(value)).length;
    const digits = values.filter((value) => /^\d+$/.test(value)).length;
    return lost > 0 && lost === digits ? 11 : undefined;
  }
  const length = LENGTHS.get(field);
  if (length === undefined || values.length < FEWEST) return undefined;
  let full = 0;
  let short = 0;
  for (const value of values) {
    if (!/^\d+$/.test(value)) continue;
    if (value.startsWith('0') || value.length > length) return undefined;
    if (value.length === length) full++;
    else short++;
  }
  return short > 0 && full > values.length / 2 ? length : undefined;
}
