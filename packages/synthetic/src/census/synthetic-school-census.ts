import type { SchoolOptions } from '../options.js';
import { createSchool } from '../school.js';
import { nextRound } from './calendar.js';
import { type SchoolCensusOptions, writeSchoolCensus } from './write-school-census.js';

/** A school to be made, and its return: the next after the day of the export when no year and term are given. */
export type SyntheticSchoolCensusOptions = SchoolOptions & Partial<SchoolCensusOptions>;

/**
 * A school of {@link createSchool} as a School Census return, in pieces of text of about 64 KB. To be encoded as
 * UTF-8.
 *
 * @throws RangeError when an option is out of range
 */
export function syntheticSchoolCensus(options: SyntheticSchoolCensusOptions): AsyncIterable<string> {
  const school = createSchool(options);
  return writeSchoolCensus(school, { ...nextRound(school.date), ...options });
}
