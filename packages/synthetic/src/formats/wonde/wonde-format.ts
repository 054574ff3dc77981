import type { CanonicalRecord, JsonValue } from '@rollbook/model';
import { encodeUtf8, type SyntheticFormat } from '../../format.js';
import type { SyntheticPupil, SyntheticSchool } from '../../school.js';
import { exclusionObjects, markObjects, schoolObject, studentObject } from './wonde-objects.js';

/** Objects of a page, as an answer has most. */
const PER_PAGE = 50;

function page(address: string, data: readonly JsonValue[], number: number): string {
  const meta = {
    pagination: {
      next: null,
      previous: number === 1 ? null : `https://api.wonde.com/v1.0/schools/A1/${address}?page=${number - 1}`,
      more: data.length === PER_PAGE,
      per_page: PER_PAGE,
      current_page: number,
    },
  };
  return `${JSON.stringify({ data, meta })}\n`;
}

function* pages(address: string, objects: Iterable<JsonValue>): Generator<string, void, undefined> {
  let data: JsonValue[] = [];
  let number = 0;
  for (const object of objects) {
    data.push(object);
    if (data.length < PER_PAGE) continue;
    yield page(address, data, ++number);
    data = [];
  }
  if (data.length > 0 || number === 0) yield page(address, data, ++number);
}

function* each(
  school: SyntheticSchool,
  objects: (synthetic: SyntheticPupil) => Iterable<JsonValue>,
): Generator<JsonValue, void, undefined> {
  for (const synthetic of school.pupils()) yield* objects(synthetic);
}

/** The school, then pupils, marks and exclusions: one answer a line, as a program that asks for all of them saves them. */
function* lines(school: SyntheticSchool): Generator<string, void, undefined> {
  yield `${JSON.stringify({ data: schoolObject(school) })}\n`;
  yield* pages(
    'students',
    each(school, (synthetic) => [studentObject(synthetic)]),
  );
  yield* pages('attendance/session', each(school, markObjects));
  yield* pages('exclusions', each(school, exclusionObjects));
}

/**
 * True for a record that Wonde leaves out although it has others of its kind: it knows of the school's own registration
 * and of no other school's.
 */
export function wondeLeavesOut(record: CanonicalRecord): boolean {
  return record.kind === 'enrolment' && record.current !== true;
}

/** Saved answers of the Wonde API, version 1.0, one a line. Members of exclusions and needs are those that are tried. */
export const wondeJsonFormat: SyntheticFormat = {
  id: 'wonde-json',
  parser: 'wonde',
  title: 'Wonde API, saved answers',
  leavesOut: wondeLeavesOut,
  files: (school) => [{ name: 'wonde.jsonl', content: () => encodeUtf8(lines(school)) }],
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
      'preferredForename',
      'birthDate',
      'sex',
      'ethnicity',
      'languages',
      'phones',
      'emails',
    ],
    contact: [
      'title',
      'surname',
      'forename',
      'sex',
      'relationship',
      'priority',
      'parentalResponsibility',
      'livesWithPupil',
      'phones',
      'emails',
    ],
    enrolment: [
      'attended',
      'current',
      'status',
      'entryDate',
      'yearGroup',
      'registrationGroup',
      'house',
      'admissionNumber',
      'partTime',
    ],
    'sen-need': ['rank', 'need', 'startDate'],
    'looked-after': ['inCare'],
    'service-child': ['indicator'],
    'attendance-mark': ['date', 'session', 'code', 'minutesLate'],
    exclusion: ['category', 'reasons', 'startDate', 'startSession', 'endDate', 'endSession', 'sessions'],
  },
};
