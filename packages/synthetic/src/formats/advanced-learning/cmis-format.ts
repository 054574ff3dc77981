import type { SyntheticFormat } from '../../format.js';
import { ukDate } from '../shared/index.js';
import { cmisLeavesOut, cmisSheets } from './cmis-sheets.js';
import { sheetCsv } from './sheet.js';

const iso = (date: string): string => date;

/**
 * CSV exports of CMIS: tables, and one report with title rows. Attendance is absences and lates alone, since CMIS stores
 * no presents. What it carries goes for the records that are not left out, see cmisLeavesOut.
 */
export const cmisCsvFormat: SyntheticFormat = {
  id: 'cmis-csv',
  parser: 'cmis',
  title: 'CMIS exports, CSV',
  files: (school) => {
    const { students, contacts, absences, sen, exclusions } = cmisSheets(school);
    return [
      ...[students, contacts, absences, sen].map((sheet) => sheetCsv(sheet, school, 'CMIS', iso)),
      sheetCsv(exclusions, school, 'CMIS', ukDate, [
        [school.record.name ?? ''],
        [`Facility CMIS: Exclusions, printed ${ukDate(school.date)}`],
      ]),
    ];
  },
  carries: {
    pupil: [
      'upn',
      'surname',
      'forename',
      'middleNames',
      'preferredForename',
      'birthDate',
      'sex',
      'ethnicity',
    ],
    enrolment: [
      'attended',
      'current',
      'entryDate',
      'yearGroup',
      'registrationGroup',
      'house',
      'admissionNumber',
    ],
    contact: ['priority', 'title', 'surname', 'forename', 'relationship', 'emails'],
    'sen-provision': ['startDate', 'endDate', 'provision'],
    'attendance-mark': ['date', 'session', 'code'],
    exclusion: ['category', 'reasons', 'startDate', 'startSession', 'endDate', 'endSession', 'sessions'],
  },
  leavesOut: (record, { laestab }) => cmisLeavesOut(record, laestab),
};
