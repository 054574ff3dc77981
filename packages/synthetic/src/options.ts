import type { FaultKind } from './faults.js';

export type Phase = 'primary' | 'secondary' | 'all-through';

/** What a synthetic school is made from. The same options give the same records, on every machine. */
export interface SchoolOptions {
  /** Any whole number. */
  readonly seed: number;
  /** Pupils on roll, 1 to {@link MAX_PUPILS}. A school of more than a few thousand is there for load tests. */
  readonly pupils: number;
  /** `all-through` (Reception to year 13) when not given. */
  readonly phase?: Phase;
  /** The day of the export, `YYYY-MM-DD`; 2026-11-20 when not given. Ages, spells and sums are as of this day. */
  readonly date?: string;
  /** LA number, three digits; 999, which is no authority's, when not given. */
  readonly la?: string;
  /**
   * LA number in UPNs; 001 when not given. It is one of the "pseudo LAs" that School Census rule 1530 lets pass
   * beside those of authorities, so that a UPN is sound and yet no council's.
   */
  readonly upnLa?: string;
  /** Establishment number, 4100 to 9999, since feeder schools have those from 2001 on; 8888 when not given. */
  readonly establishment?: string;
  /** Six digits; 999001, beyond what GIAS has given out, when not given. */
  readonly urn?: string;
  readonly name?: string;
  /** Mistakes put in on purpose; none when not given. */
  readonly faults?: FaultOptions;
  /**
   * Session marks for every school day between the two days, both included, on which a pupil was on roll at this
   * school; none when not given. Attendance sums of the school years that they reach into are then sums of the marks.
   * About 380 records more for each pupil and year.
   */
  readonly attendance?: AttendanceOptions;
  /**
   * True adds suspensions and a few exclusions of other kinds, in the span of `attendance`, or else in the twelve months
   * before the export.
   */
  readonly exclusions?: boolean;
}

/** Days as `YYYY-MM-DD`, both included. */
export interface AttendanceOptions {
  /** From 2013-09-01 on, since codes were others before. */
  readonly from: string;
  /** Not after the day of the export. */
  readonly to: string;
}

export interface FaultOptions {
  /** Share of pupils with one fault, 0 to 1. */
  readonly rate: number;
  /** Which faults may be drawn; all when not given. */
  readonly kinds?: readonly FaultKind[];
}

/** UPNs have three digits of serial number a year and school, and 2,000 numbers are kept for feeder schools. */
export const MAX_PUPILS = 1_000_000;
