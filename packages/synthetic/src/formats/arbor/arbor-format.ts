import type { CanonicalRecord } from '@rollbook/model';
import { encodeUtf8, type SyntheticFormat } from '../../format.js';
import type { SyntheticSchool } from '../../school.js';
import { csvFile } from '../shared/index.js';
import { arborRows, arborTables, type ArborValue, idColumns } from './arbor-tables.js';

/**
 * What tables of the BI Connector carry, CSV as JSON. They have no session in which a suspension begins, no contacts
 * and no results that are confirmed; free meals, care and premium are flags without dates. Ethnicity is in words, and some words (Arab) are those of two codes.
 */
const carries: SyntheticFormat['carries'] = {
  pupil: [
    'upn',
    'surname',
    'forename',
    'preferredSurname',
    'preferredForename',
    'birthDate',
    'sex',
    'emails',
    'address.postcode',
  ],
  enrolment: ['attended', 'current', 'entryDate', 'yearGroup', 'registrationGroup'],
  'sen-provision': ['startDate', 'endDate', 'provision'],
  'sen-need': ['rank', 'need', 'startDate'],
  'attendance-mark': ['date', 'session', 'code', 'minutesLate'],
  exclusion: ['category', 'reasons', 'startDate', 'endDate', 'sessions'],
};

/** Registrations at other schools are not in Arbor's tables. */
function leavesOut(record: CanonicalRecord): boolean {
  return record.kind === 'enrolment' && record.current !== true;
}

/** Characters in a piece, about. */
const PIECE = 65_536;

function cell(value: ArborValue): string | undefined {
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value?.toString();
}

/** Tables of the BI Connector as CSV files, one a table. */
export const arborCsvFormat: SyntheticFormat = {
  id: 'arbor-csv',
  parser: 'arbor',
  title: 'Arbor BI Connector tables, CSV',
  files: (school) =>
    arborTables(school).map((table) =>
      csvFile(`${table.name}.csv`, [...idColumns, ...table.columns], function* () {
        for (const row of arborRows(table, school)) yield row.map(cell);
      }),
    ),
  carries,
  leavesOut,
};

/** All tables in one document, since an empty list alone would not say what it is. */
function* tablesJson(school: SyntheticSchool): Generator<string, void, undefined> {
  let piece = '{';
  let separator = '\n';
  for (const table of arborTables(school)) {
    const columns = [...idColumns, ...table.columns];
    piece += `${separator}${JSON.stringify(table.name)}: [`;
    separator = ',\n';
    let between = '\n';
    for (const row of arborRows(table, school)) {
      const object = Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
      piece += `${between}${JSON.stringify(object)}`;
      between = ',\n';
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
    piece += ']';
  }
  yield `${piece}\n}\n`;
}

/** The same tables as JSON, each a list of rows under its name. */
export const arborJsonFormat: SyntheticFormat = {
  id: 'arbor-json',
  parser: 'arbor',
  title: 'Arbor BI Connector tables, JSON',
  files: (school) => [{ name: 'arbor-tables.json', content: () => encodeUtf8(tablesJson(school)) }],
  carries,
  leavesOut,
};
