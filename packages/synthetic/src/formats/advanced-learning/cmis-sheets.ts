import type { CanonicalRecord } from '@rollbook/model';
import type { SyntheticSchool } from '../../school.js';
import { dateCell } from '../shared/index.js';
import { ownRegistration, recordsOf, type Sheet } from './sheet.js';

/** Roll calls in minutes since midnight, and the end of the day. */
const AM = 540;
const NOON = 720;
const PM = 780;
const END = 930;

/** The lists of a CMIS export: tables under the names of their columns, and reports under everyday ones. */
export function cmisSheets(school: SyntheticSchool): {
  readonly students: Sheet;
  readonly contacts: Sheet;
  readonly absences: Sheet;
  readonly sen: Sheet;
  readonly exclusions: Sheet;
} {
  const set = `${school.academicYear}/${school.academicYear + 1}`;
  const id = (pupil: Parameters<Sheet['rows']>[0]): string | undefined =>
    ownRegistration(pupil, school)?.admissionNumber;
  return {
    students: {
      name: 'STUDENTS',
      header: [
        ...[
          'SetId',
          'StudentId',
          'UniqueNum',
          'Surname',
          'Forename',
          'Forename2',
          'CalledName',
          'DateOfBirth',
        ],
        ...['StuSex', 'CourseYear', 'ClassGroupId', 'House', 'Date of Admission', 'Ethnicity Code'],
      ],
      *rows(each) {
        const { pupil } = each;
        const registration = ownRegistration(each, school);
        yield [
          ...[
            set,
            registration?.admissionNumber,
            pupil.upn,
            pupil.surname,
            pupil.forename,
            pupil.middleNames,
          ],
          ...[pupil.preferredForename, dateCell(pupil.birthDate), pupil.sex, registration?.yearGroup],
          ...[registration?.registrationGroup, registration?.house, dateCell(registration?.entryDate)],
          pupil.ethnicity,
        ];
      },
    },
    contacts: {
      name: 'NSTURELCONTACTS',
      header: [
        ...[
          'SetId',
          'StudentId',
          'UniqueNum',
          'ConPriority',
          'ConTitle',
          'Surname',
          'Forename',
          'Description',
        ],
        ...['Contact Home Phone', 'Contact Mobile', 'Contact Email'],
      ],
      *rows(each) {
        for (const contact of recordsOf(each, 'contact')) {
          const phone = (type: string): string | undefined =>
            contact.phones?.find((other) => other.type === type)?.number;
          yield [
            ...[set, id(each), each.pupil.upn, contact.priority, contact.title, contact.surname],
            ...[contact.forename, contact.relationship, phone('H'), phone('M'), contact.emails?.[0]?.address],
          ];
        }
      },
    },
    absences: {
      name: 'ATTDETAIL',
      header: ['SetId', 'StuId', 'UniqueNum', 'CDate', 'StartTime', 'FinishTime', 'DAttr'],
      *rows(each) {
        const stuId = id(each);
        const marks = recordsOf(each, 'attendance-mark').filter((mark) => !cmisLeavesOut(mark));
        for (let i = 0; i < marks.length; i++) {
          const mark = marks[i] as (typeof marks)[number];
          const next = marks[i + 1];
          // A whole day is one span
          const whole = mark.session === 'AM' && next?.date === mark.date && next.code === mark.code;
          if (whole) i++;
          const times = whole ? [AM, END] : mark.session === 'AM' ? [AM, NOON] : [PM, END];
          yield [set, stuId, each.pupil.upn, dateCell(mark.date), ...times, mark.code];
        }
      },
    },
    sen: {
      name: 'SENSTAGES',
      header: ['StudentId', 'UniqueNum', 'StageId', 'StageCode', 'StartDate', 'EndDate'],
      *rows(each) {
        let stage = 0;
        for (const { provision, startDate, endDate } of recordsOf(each, 'sen-provision'))
          yield [id(each), each.pupil.upn, ++stage, provision, dateCell(startDate), dateCell(endDate)];
      },
    },
    exclusions: {
      name: 'Exclusions',
      header: [
        ...['Admin No', 'Name', 'UPN', 'Exclusion Type', 'Reason 1', 'Reason 2', 'Reason 3', 'Start Date'],
        ...['Start Session', 'End Date', 'End Session', 'Sessions'],
      ],
      *rows(each) {
        for (const out of recordsOf(each, 'exclusion')) {
          const { reasons = [] } = out;
          yield [
            ...[id(each), `${each.pupil.surname ?? ''}, ${each.pupil.forename ?? ''}`, each.pupil.upn],
            ...[out.category, reasons[0], reasons[1], reasons[2], dateCell(out.startDate), out.startSession],
            ...[dateCell(out.endDate), out.endSession, out.sessions],
          ];
        }
      },
    },
  };
}

/**
 * True for what CMIS has no rows of although it has others of the kind: presents, sessions without a mark, and
 * registrations at other schools.
 */
export function cmisLeavesOut(record: CanonicalRecord, laestab?: string): boolean {
  if (record.kind === 'enrolment') return record.attended !== laestab;
  return record.kind === 'attendance-mark' && ['/', '\\', '-'].includes(record.code);
}
