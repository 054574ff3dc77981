import type { CanonicalRecord } from '@rollbook/model';
import type { SyntheticFormat } from '../../format.js';
import type { SyntheticSchool } from '../../school.js';
import { csvFile, dateCell, ukDate, type XlsxCell, xlsxFile } from '../shared/index.js';
import { type SheetCell, type SheetPlan, sheetPlans } from './sheets.js';

function* cellsOf<C>(
  plan: SheetPlan,
  school: SyntheticSchool,
  cell: (value: SheetCell) => C,
): Generator<readonly C[], void, undefined> {
  for (const pupil of school.pupils()) {
    for (const row of plan.rows(pupil, school.laestab)) yield row.map(cell);
  }
}

/** Days as date cells, numbers as numbers; admission numbers are text, since they begin with zeros. */
function workbookCell(cell: SheetCell): XlsxCell {
  return typeof cell === 'object' ? dateCell(cell.date) : cell;
}

function textCell(cell: SheetCell): string | undefined {
  return typeof cell === 'object' ? ukDate(cell.date) : cell === undefined ? undefined : String(cell);
}

function titles(plan: SheetPlan, school: SyntheticSchool): readonly (readonly string[])[] {
  return [
    [`${school.record.name ?? ''}: ${plan.name}`],
    [`Printed by the school office on ${ukDate(school.date)}`],
  ];
}

const carries: SyntheticFormat['carries'] = {
  pupil: [
    'upn',
    'surname',
    'forename',
    'birthDate',
    'sex',
    'ethnicity',
    'ethnicitySource',
    'address',
    'emails',
    'middleNames',
    'preferredForename',
    'medicalFlag',
    'uln',
    'phones',
    'formerUpns',
    'preferredSurname',
    'formerSurnames',
  ],
  contact: [
    'surname',
    'forename',
    'sex',
    'relationship',
    'parentalResponsibility',
    'livesWithPupil',
    'phones',
    'emails',
    'priority',
    'address',
    'title',
  ],
  enrolment: [
    'attended',
    'entryDate',
    'current',
    'status',
    'yearGroup',
    'registrationGroup',
    'house',
    'admissionNumber',
    'boarder',
    'partTime',
  ],
  'fsm-spell': ['startDate', 'country', 'reviewDate', 'endDate'],
  'service-child': ['indicator'],
  'pupil-premium': ['startDate', 'eligible', 'reason', 'fte'],
  'attendance-summary': [
    'academicYear',
    'sessionsPossible',
    'sessionsAttended',
    'sessionsAuthorised',
    'sessionsUnauthorised',
    'startDate',
    'endDate',
    'sessionsLate',
  ],
  'assessment-result': [
    'locale',
    'academicYear',
    'resultStatus',
    'stage',
    'subject',
    'component',
    'method',
    'resultQualifier',
    'result',
    'resultDate',
  ],
  'attendance-mark': ['date', 'session', 'code', 'minutesLate'],
  'sen-provision': ['startDate', 'endDate', 'provision'],
  'sen-need': ['rank', 'need', 'startDate'],
  'looked-after': ['inCare', 'careAuthority'],
  exclusion: [
    'category',
    'reasons',
    'startDate',
    'startSession',
    'endDate',
    'endSession',
    'sessions',
    'academicYear',
    'term',
  ],
};

/** A workbook as an office makes it: a sheet for each kind of thing, titles above the headings, days as date cells. */
export const spreadsheetXlsxFormat: SyntheticFormat = {
  id: 'spreadsheet-xlsx',
  parser: 'spreadsheet',
  title: 'Spreadsheet by hand, .xlsx',
  files: (school) => [
    xlsxFile(
      `${school.laestab} return ${school.date}.xlsx`,
      sheetPlans.map((plan) => ({
        name: plan.name,
        titleRows: titles(plan, school),
        header: plan.header,
        rows: () => cellsOf(plan, school, workbookCell),
      })),
    ),
  ],
  carries,
  leavesOut: (record, school) => spreadsheetLeavesOut(record, school.laestab),
};

/** The same sheets saved as delimited text, a file each, days as text. The list of pupils comes first. */
export const spreadsheetCsvFormat: SyntheticFormat = {
  id: 'spreadsheet-csv',
  parser: 'spreadsheet',
  title: 'Spreadsheet by hand, saved as CSV',
  files: (school) =>
    sheetPlans.map((plan) =>
      csvFile(`${school.laestab} ${plan.name}.csv`, plan.header, () => cellsOf(plan, school, textCell), {
        titleRows: titles(plan, school),
      }),
    ),
  carries,
  leavesOut: (record, school) => spreadsheetLeavesOut(record, school.laestab),
};

/** Records that a school's own list has no place for: registrations and sums of attendance at other schools. */
export function spreadsheetLeavesOut(record: CanonicalRecord, laestab: string): boolean {
  if (record.kind === 'enrolment') return record.attended !== laestab;
  return record.kind === 'attendance-summary' && record.attended !== undefined;
}
