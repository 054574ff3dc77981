import type { CanonicalRecord } from '@rollbook/model';
import { encodeUtf8, type SyntheticFormat } from '../../format.js';
import { csvFile, xlsxFile } from '../shared/index.js';
import { batchLists } from './batch-tree.js';
import { tableHeader, tableRows, templateHeader, templateRows } from './table-rows.js';
import { batchJson, batchXml } from './write-batch.js';

/** What the Batch API carries, in XML as in JSON. */
const carries: SyntheticFormat['carries'] = {
  pupil: [
    'upn',
    'uln',
    'surname',
    'forename',
    'middleNames',
    'preferredForename',
    'birthDate',
    'sex',
    'ethnicity',
    'phones',
    'emails',
  ],
  contact: ['title', 'surname', 'forename', 'relationship', 'parentalResponsibility', 'emails'],
  // Of the registration at the school itself, and `attended` where the parser is told the school
  enrolment: [
    'attended',
    'current',
    'entryDate',
    'yearGroup',
    'registrationGroup',
    'house',
    'admissionNumber',
    'boarder',
  ],
  'sen-provision': ['startDate', 'endDate', 'provision'],
  'sen-need': ['rank', 'need', 'startDate'],
  'attendance-mark': ['date', 'session', 'code', 'minutesLate'],
};

/**
 * True for a record that iSAMS's files leave out although they have others of its kind: they know of the school's own
 * registration and of no other school's.
 */
export function isamsLeavesOut(record: CanonicalRecord): boolean {
  return record.kind === 'enrolment' && record.current !== true;
}

/** Answer of the Batch API in XML, with all methods that Rollbook reads. */
export const isamsXmlFormat: SyntheticFormat = {
  id: 'isams-xml',
  parser: 'isams',
  title: 'iSAMS Batch API, XML',
  files: (school) => [{ name: 'isams-batch.xml', content: () => encodeUtf8(batchXml(batchLists(school))) }],
  carries,
  leavesOut: isamsLeavesOut,
};

/** The same in JSON. */
export const isamsJsonFormat: SyntheticFormat = {
  id: 'isams-json',
  parser: 'isams',
  title: 'iSAMS Batch API, JSON',
  files: (school) => [{ name: 'isams-batch.json', content: () => encodeUtf8(batchJson(batchLists(school))) }],
  carries,
  leavesOut: isamsLeavesOut,
};

/** What a table of pupils carries. */
const pupilTable = [
  'upn',
  'uln',
  'surname',
  'forename',
  'middleNames',
  'preferredForename',
  'birthDate',
  'sex',
  'ethnicity',
  'phones',
];

/** The table of pupils, saved from a query: what no other table is needed for. */
export const isamsCsvFormat: SyntheticFormat = {
  id: 'isams-csv',
  parser: 'isams',
  title: 'iSAMS table of pupils, CSV',
  files: (school) => [csvFile('TblPupilManagementPupils.csv', tableHeader, () => tableRows(school))],
  carries: {
    pupil: pupilTable,
    enrolment: [
      'attended',
      'current',
      'entryDate',
      'yearGroup',
      'registrationGroup',
      'house',
      'admissionNumber',
      'boarder',
    ],
  },
  leavesOut: isamsLeavesOut,
};

/** The template for pupils' data, as a workbook. */
export const isamsXlsxFormat: SyntheticFormat = {
  id: 'isams-xlsx',
  parser: 'isams',
  title: 'iSAMS template for pupils, workbook',
  files: (school) => [
    xlsxFile('isams-pupil-data.xlsx', [
      { name: 'Pupil Data', header: templateHeader, rows: () => templateRows(school) },
    ]),
  ],
  carries: {
    pupil: pupilTable,
    enrolment: ['attended', 'current', 'entryDate', 'yearGroup', 'registrationGroup', 'house'],
  },
  leavesOut: isamsLeavesOut,
};
