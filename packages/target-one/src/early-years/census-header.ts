import { isIsoDate } from '@rollbook/model';
import { z } from 'zod';

/** Local time without a zone, as the DfE's examples have it. */
const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);

/** The header of a return of an authority: collection `EYC`, level `L`. */
export const earlyYearsHeaderSchema = z.object({
  term: z.enum(['SPR', 'SUM', 'AUT']),
  /** Calendar year. */
  year: z.int().min(2000).max(2200),
  /** Census day. */
  referenceDate: z.string().refine(isIsoDate),
  /** Number of the authority, three digits. */
  la: z.string().regex(/^\d{3}$/),
  /** Name of the writing software. */
  software: z.string().min(1),
  release: z.string().min(1).optional(),
  /** Running number, 1 to 999. */
  serial: z.int().min(1).max(999),
  /** When it was written, `YYYY-MM-DDThh:mm:ss`, London's time. */
  created: dateTime,
});
export type EarlyYearsHeader = z.infer<typeof earlyYearsHeaderSchema>;

/** Running number as it stands in files. */
export function serialText(serial: number): string {
  return String(serial).padStart(3, '0');
}

/** The header record of the CSV: `H,EYC,SPR,2021,2021-01-21,L,999,Software Supplier Reference,,001,2021-01-21T10:36:42`. */
export function headerRow(header: EarlyYearsHeader): string[] {
  const { term, year, referenceDate, la, software, release = '', serial, created } = header;
  return [
    'H',
    'EYC',
    term,
    String(year),
    referenceDate,
    'L',
    la,
    software,
    release,
    serialText(serial),
    created,
  ];
}

/**
 * Name of a return's file, `856_EYC_SPR_2026_001.xml`: no spaces, and nothing of a person. No public source names the form
 * (unconfirmed).
 *
 * @throws RangeError when a part can't stand in a name.
 */
export function earlyYearsCensusFileName(
  header: Pick<EarlyYearsHeader, 'term' | 'year' | 'la' | 'serial'>,
  format: 'xml' | 'csv' = 'xml',
): string {
  const { term, year, la, serial } = header;
  const parts = earlyYearsHeaderSchema.pick({ term: true, year: true, la: true, serial: true });
  if (!parts.safeParse({ term, year, la, serial }).success)
    throw new RangeError('A file is named by term, year, LA number and a running number from 1 to 999.');
  return `${la}_EYC_${term}_${year}_${serialText(serial)}.${format}`;
}
