import type { CanonicalRecord } from '@rollbook/model';
import { encodeUtf8, type SyntheticFormat } from '../../format.js';
import type { SyntheticSchool } from '../../school.js';
import { csvFile, ukDate, yesNo } from '../shared/index.js';
import {
  type BromcomList,
  bromcomLists,
  bromcomRows,
  type BromcomValue,
  dateFields,
} from './bromcom-lists.js';

/**
 * What the trust's entities carry, in reports as in OData. An exclusion has one reason in words and no session in which
 * it begins; a mark has no minutes; free meals and care are flags without dates. Ethnicity is in words, and some words (Arab) are those of two codes.
 */
const carries: SyntheticFormat['carries'] = {
  pupil: [
    'upn',
    'surname',
    'forename',
    'middleNames',
    'preferredSurname',
    'preferredForename',
    'birthDate',
    'sex',
    'address.postcode',
  ],
  enrolment: ['attended', 'current', 'entryDate', 'yearGroup', 'registrationGroup', 'admissionNumber'],
  'sen-provision': ['provision'],
  'attendance-mark': ['date', 'session', 'code'],
  exclusion: ['category', 'startDate', 'endDate', 'sessions'],
};

/** Registrations at other schools, and SEN provision that ended. */
function leavesOut(record: CanonicalRecord): boolean {
  return (
    (record.kind === 'enrolment' && record.current !== true) ||
    (record.kind === 'sen-provision' && record.endDate !== undefined)
  );
}

/** `Date Of Birth` for `DateOfBirth`: ad hoc reports have the fields' names with spaces. */
function spaced(field: string): string {
  return field.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
}

function cell(value: BromcomValue, field: string): string | undefined {
  if (typeof value === 'boolean') return yesNo(value);
  return dateFields.has(field) && typeof value === 'string' ? ukDate(value) : value?.toString();
}

/** Ad hoc reports over the trust's entities, one CSV file each. */
export const bromcomCsvFormat: SyntheticFormat = {
  id: 'bromcom-csv',
  parser: 'bromcom',
  title: 'Bromcom reports, CSV',
  files: (school) =>
    bromcomLists(school).map((list) =>
      csvFile(`${list.name}.csv`, list.fields.map(spaced), function* () {
        for (const row of bromcomRows(list, school))
          yield row.map((value, i) => cell(value, list.fields[i] as string));
      }),
    ),
  carries,
  leavesOut,
};

function* listJson(list: BromcomList, school: SyntheticSchool): Generator<string, void, undefined> {
  const context = `https://vision.bromcom.com/OData/$metadata#${list.name}`;
  let piece = `{"@odata.context":${JSON.stringify(context)},"value":[`;
  let first = true;
  for (const row of bromcomRows(list, school)) {
    const object = Object.fromEntries(
      list.fields.map((field, i) => {
        const value = row[i] ?? null;
        return [field, dateFields.has(field) && value !== null ? `${String(value)}T00:00:00` : value];
      }),
    );
    piece += `${first ? '\n' : ',\n'}${JSON.stringify(object)}`;
    first = false;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]}\n`;
}

/** OData of a trust, one answer an entity. */
export const bromcomJsonFormat: SyntheticFormat = {
  id: 'bromcom-json',
  parser: 'bromcom',
  title: 'Bromcom trust OData, JSON',
  files: (school) =>
    bromcomLists(school).map((list) => ({
      name: `${list.name}.json`,
      content: () => encodeUtf8(listJson(list, school)),
    })),
  carries,
  leavesOut,
};
