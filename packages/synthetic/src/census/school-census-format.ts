import type { CanonicalRecord } from '@rollbook/model';
import { encodeUtf8, type SyntheticFormat } from '../format.js';
import type { SyntheticSchool } from '../school.js';
import { censusDay, nextRound } from './calendar.js';
import { writeSchoolCensus } from './write-school-census.js';

/** `LLLEEEE_SC_TTTYYYY_001.xml`; what software calls its returns is unconfirmed, and readers don't ask. */
function fileName({ laestab, date }: SyntheticSchool): string {
  const { year, term } = nextRound(date);
  return `${laestab}_SC_${term}${year}_001.xml`;
}

/**
 * School Census, the return that comes next after the day of the export: one file. Items that are asked for in other
 * terms are written too, and exclusions of any date, so that one file shows all that the format can hold.
 *
 * What it carries goes for the records that are not left out ({@link schoolCensusLeavesOut}). Marks come back as
 * sums of the term before the collection, which a synthetic school has no records of.
 */
export const schoolCensusFormat: SyntheticFormat = {
  id: 'school-census',
  parser: 'school-census',
  title: 'DfE School Census',
  files: (school) => [
    {
      name: fileName(school),
      content: () => encodeUtf8(writeSchoolCensus(school, { ...nextRound(school.date), everyItem: true })),
    },
  ],
  carries: {
    school: ['la', 'establishment', 'urn', 'name'],
    pupil: [
      'upn',
      'formerUpns',
      'uln',
      'surname',
      'forename',
      'middleNames',
      'preferredSurname',
      'formerSurnames',
      'birthDate',
      'sex',
      'ethnicity',
      'address.lines',
      'address.saon',
      'address.paon',
      'address.street',
      'address.locality',
      'address.town',
      'address.postTown',
      'address.postcode',
    ],
    enrolment: ['attended', 'current', 'status', 'entryDate', 'yearGroup', 'boarder', 'partTime'],
    'fsm-spell': ['startDate', 'endDate', 'country'],
    'sen-provision': ['provision'],
    'sen-need': ['rank', 'need'],
    'service-child': ['indicator'],
    exclusion: ['category', 'reasons', 'startDate', 'sessions'],
  },
  // A return says of every pupil which provision there is
  adds: (record) => record.kind === 'sen-provision' && record.provision === 'N',
  leavesOut: (record, { laestab, date }) =>
    schoolCensusLeavesOut(record, laestab, censusDay(nextRound(date))),
};

/**
 * Records that a return has no place for: registrations at other schools, and SEN provision that is not that of
 * census day. Kinds that are not in the format at all are not told here.
 *
 * @param laestab of the school of the return
 * @param day census day
 */
export function schoolCensusLeavesOut(record: CanonicalRecord, laestab: string, day: string): boolean {
  switch (record.kind) {
    case 'enrolment':
      return record.attended !== laestab;
    case 'sen-provision':
      return (record.startDate ?? '') > day || (record.endDate !== undefined && record.endDate < day);
    default:
      return false;
  }
}
