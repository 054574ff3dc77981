import type { JsonValue } from '@rollbook/model';
import type { CensusTerm } from './census-round.js';

/** What the header of a return says, as `onHeader` gets it. */
export interface CensusHeader {
  /** As sent: `SC` as a rule. */
  readonly collection?: string;
  readonly term?: CensusTerm;
  /** Calendar year of the collection: 2025 for spring 2025. */
  readonly year?: number;
  /** Census day, `YYYY-MM-DD`. */
  readonly referenceDate?: string;
  /** S a school's return, L an authority's. */
  readonly sourceLevel?: string;
  readonly la?: string;
  readonly establishment?: string;
  /** Seven digits, when LA and establishment make one. */
  readonly laestab?: string;
  readonly urn?: string;
  /** Name of the software that made the return. */
  readonly softwareCode?: string;
  /** Version of that software. */
  readonly release?: string;
  /** Number of the return, counted by the software. */
  readonly serialNo?: string;
  /** When the return was made, as sent. */
  readonly dateTime?: string;
  /** Levels that the return says it has: School, Pupil. */
  readonly levels?: readonly string[];
  /** What the header has beside these, under the file's own names. */
  readonly extensions?: Record<string, JsonValue>;
}

/** School censuses; that of pupil referral units stood alone until 2013. */
const OWN = new Set(['sc', 'schoolcensus', 'pru', 'prucensus']);
/** Other returns to the DfE that come in a `Message` with the same header. */
const OTHER = new Set([
  'cin',
  'swf',
  'swc',
  'schoolworkforce',
  'schoolworkforcecensus',
  'eyc',
  'earlyyearscensus',
  'ap',
  'apc',
  'alternativeprovision',
  'alternativeprovisioncensus',
  'sen2',
  'cla',
  'ssda903',
]);

function fold(collection: string): string {
  return collection.replace(/[\s_-]+/g, '').toLowerCase();
}

/** Whether a header's `Collection` is the school census, another return, or neither known. */
export function judgeCollection(collection: string): 'own' | 'other' | 'unknown' {
  const folded = fold(collection);
  if (OWN.has(folded)) return 'own';
  return OTHER.has(folded) ? 'other' : 'unknown';
}

/** Version for provenance: `2025 SPR`. */
export function roundVersion(header: CensusHeader): string | undefined {
  const { year, term } = header;
  if (year === undefined) return term;
  return term === undefined ? String(year) : `${year} ${term}`;
}
