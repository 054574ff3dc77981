import type { SyntheticFormat } from '../../format.js';
import { xlsxFile } from '../shared/index.js';
import { progressoLeavesOut, progressoSheets } from './progresso-sheets.js';
import { rowsOf, sheetCsv } from './sheet.js';

/** But for sums at other schools, see progressoLeavesOut. */
const carries: SyntheticFormat['carries'] = {
  pupil: [
    'upn',
    'formerUpns',
    'uln',
    'surname',
    'forename',
    'middleNames',
    'preferredSurname',
    'preferredForename',
    'formerSurnames',
    'birthDate',
    'sex',
    'ethnicity',
    'ethnicitySource',
    'languages',
    'medicalFlag',
    'address',
    'phones',
    'emails',
  ],
  contact: [
    'priority',
    'title',
    'surname',
    'forename',
    'sex',
    'relationship',
    'parentalResponsibility',
    'livesWithPupil',
    'phones',
    'emails',
    'address',
  ],
  // The name is told of earlier schools only
  enrolment: [
    'attended',
    'current',
    'status',
    'entryDate',
    'leavingDate',
    'leavingReason',
    'yearGroup',
    'registrationGroup',
    'house',
    'admissionNumber',
    'boarder',
    'partTime',
  ],
  'fsm-spell': ['startDate', 'endDate', 'country', 'reviewDate'],
  'sen-provision': ['startDate', 'endDate', 'provision'],
  'sen-need': ['rank', 'need', 'startDate'],
  'looked-after': ['inCare', 'careAuthority'],
  'service-child': ['indicator'],
  'pupil-premium': ['startDate', 'eligible', 'reason', 'fte'],
  'attendance-mark': ['date', 'session', 'code', 'minutesLate'],
  'attendance-summary': [
    'academicYear',
    'startDate',
    'endDate',
    'sessionsPossible',
    'sessionsAttended',
    'sessionsAuthorised',
    'sessionsUnauthorised',
    'sessionsExceptional',
    'sessionsLate',
  ],
  exclusion: ['category', 'reasons', 'startDate', 'startSession', 'endDate', 'endSession', 'sessions'],
  'assessment-result': [
    'stage',
    'academicYear',
    'locale',
    'subject',
    'component',
    'method',
    'result',
    'resultQualifier',
    'resultStatus',
    'resultDate',
  ],
};

/** Progresso's own spelling of days. */
function dashed(date: string): string {
  return `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** CSV extracts of Progresso, one file a list; names of files are made up. */
export const progressoCsvFormat: SyntheticFormat = {
  id: 'progresso-csv',
  parser: 'progresso',
  title: 'Progresso extracts, CSV',
  files: (school) => progressoSheets(school).map((sheet) => sheetCsv(sheet, school, 'Progresso', dashed)),
  carries,
  leavesOut: progressoLeavesOut,
};

/** One Excel workbook with a sheet for each of the same lists. */
export const progressoXlsxFormat: SyntheticFormat = {
  id: 'progresso-xlsx',
  parser: 'progresso',
  title: 'Progresso extracts, Excel',
  files: (school) => [
    xlsxFile(
      'Progresso.xlsx',
      progressoSheets(school).map((sheet) => ({
        name: sheet.name,
        header: sheet.header,
        rows: () => rowsOf(sheet, school),
      })),
    ),
  ],
  carries,
  leavesOut: progressoLeavesOut,
};
