import type { JsonValue } from '@rollbook/model';

/** A school or authority as a CTF header names it. Source: DfE, CTF specification, section 2.6 (message header). */
export interface CtfSchool {
  /** `LEA` as sent: three digits, or letters such as `XXX`. */
  readonly la?: string;
  /** `Estab` as sent: four digits, `LLLL` for the authority itself, or letters such as `XXXX`. */
  readonly establishment?: string;
  /** Seven digits, when `la` and `establishment` are a school's numbers. */
  readonly laestab?: string;
  /** From CTF 18 on. */
  readonly urn?: string;
  readonly name?: string;
  /** The year in which the academic year starts; the source school has it. */
  readonly academicYear?: number;
}

/** The header of a CTF. Only what the file has is there. */
export interface CtfHeader {
  /** `CTFversion`, such as `25.0`. */
  readonly version?: string;
  /** `DateTime` as sent, `2026-09-01T09:30:00`, in local time. */
  readonly dateTime?: string;
  /** `full` or `partial`, as sent. */
  readonly documentQualifier?: string;
  /** Which data a partial file holds. */
  readonly dataQualifier?: string;
  /** Free text about a partial file. */
  readonly dataDescriptor?: string;
  /** The system that wrote the file: `SIMS`, `GIAP` and so on. */
  readonly supplierId?: string;
  readonly sourceSchool?: CtfSchool;
  readonly destSchool?: CtfSchool;
  /** Elements of the header that this package does not know, and supplementary information. */
  readonly extensions?: Record<string, JsonValue>;
}

/**
 * True when the file holds only some of its pupils' data, so that what it leaves out is unknown and not gone.
 *
 * @param header needs no more than its qualifier
 */
export function isPartialCtf(header: Pick<CtfHeader, 'documentQualifier'>): boolean {
  return header.documentQualifier?.toLowerCase() === 'partial';
}

/** The oldest and the newest version whose differences are documented in docs/formats/ctf.md. */
export const OLDEST_CTF_VERSION = 11;
export const NEWEST_CTF_VERSION = 26;

/** Main number of a version: 25 for `25.0`; undefined when the text does not begin with digits. */
export function ctfVersionNumber(version: string | undefined): number | undefined {
  const number = Number.parseInt(version ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}
