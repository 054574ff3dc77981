import { encodeUtf8, type SyntheticFormat } from '../../format.js';
import type { SyntheticSchool } from '../../school.js';
import { csvFile, dateCell, ukDate, type XlsxCell, xlsxFile } from '../shared/index.js';
import {
  pupilColumns,
  pupilValues,
  simsLeavesOut,
  type SimsReport,
  simsReports,
  type SimsType,
  type SimsValue,
} from './sims-reports.js';
import { simsReportXml } from './sims-xml.js';

const ADDRESS = [
  'address.lines',
  'address.saon',
  'address.paon',
  'address.street',
  'address.locality',
  'address.town',
  'address.postTown',
  'address.county',
  'address.postcode',
];

/** What the reports carry, in XML as in CSV and Excel. */
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
    'phones',
    'emails',
    ...ADDRESS,
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
    ...ADDRESS,
  ],
  // Of the registration at the school itself, and `attended` where the parser is told the school
  enrolment: [
    'attended',
    'current',
    'status',
    'entryDate',
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
};

const captions = (report: SimsReport): string[] =>
  [...pupilColumns, ...report.columns].map(({ caption }) => caption);

function* rowsOf<C>(
  report: SimsReport,
  school: SyntheticSchool,
  cell: (value: SimsValue, type: SimsType) => C,
): Generator<C[], void, undefined> {
  const types = [...pupilColumns, ...report.columns].map(({ type }) => type);
  for (const pupil of school.pupils()) {
    for (const row of report.rows(pupil))
      yield [...pupilValues(pupil), ...row].map((value, i) => cell(value, types[i] as SimsType));
  }
}

function csvCell(value: SimsValue, type: SimsType): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return type === 'dateTime' ? ukDate(String(value)) : String(value);
}

function xlsxCell(value: SimsValue, type: SimsType): XlsxCell {
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  return type === 'dateTime' && typeof value === 'string' ? dateCell(value) : value;
}

const fileName = ({ name }: SimsReport, ending: string): string => `SIMS ${name}.${ending}`;

/** Reports run by CommandReporter, in XML. */
export const simsXmlFormat: SyntheticFormat = {
  id: 'sims-xml',
  parser: 'sims',
  title: 'SIMS reports, XML',
  files: (school) =>
    simsReports.map((report) => ({
      name: fileName(report, 'xml'),
      content: () => encodeUtf8(simsReportXml(report, school)),
    })),
  carries,
  leavesOut: simsLeavesOut,
};

/** The same reports as CSV, with England's dates. */
export const simsCsvFormat: SyntheticFormat = {
  id: 'sims-csv',
  parser: 'sims',
  title: 'SIMS reports, CSV',
  files: (school) =>
    simsReports.map((report) =>
      csvFile(fileName(report, 'csv'), captions(report), () => rowsOf(report, school, csvCell)),
    ),
  carries,
  leavesOut: simsLeavesOut,
};

/** The same reports as workbooks, a report each, with a title above the captions as from the screen. */
export const simsXlsxFormat: SyntheticFormat = {
  id: 'sims-xlsx',
  parser: 'sims',
  title: 'SIMS reports, Excel',
  files: (school) =>
    simsReports.map((report) =>
      xlsxFile(fileName(report, 'xlsx'), [
        {
          name: report.name,
          titleRows: [[school.record.name], [report.name]],
          header: captions(report),
          rows: () => rowsOf(report, school, xlsxCell),
        },
      ]),
    ),
  carries,
  leavesOut: simsLeavesOut,
};
