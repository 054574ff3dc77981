import type { SyntheticSchool } from '../../school.js';
import { dateCell } from '../shared/index.js';
import { ownRegistration, recordsOf, type Sheet } from './sheet.js';

/** The lists that a school's extracts of Progresso are, under the names of its API. */
export function progressoSheets(school: SyntheticSchool): readonly Sheet[] {
  const code = (pupil: Parameters<Sheet['rows']>[0]): string | undefined =>
    ownRegistration(pupil, school)?.admissionNumber;
  return [
    {
      name: 'Learners',
      header: [
        ...['LearnerCode', 'UPN', 'FormerUPN', 'ULN', 'LegalSurname', 'LegalForename', 'MiddleName'],
        ...['Surname', 'Forename', 'FormerSurname', 'DateOfBirth', 'Gender', 'EthnicityMappedTo'],
        ...[
          'EthnicitySource',
          'LanguageCode',
          'TypeCode',
          'NCYear',
          'RegGroup',
          'AcademicHouse',
          'DateOfEntry',
        ],
        ...['EnrolementStatus', 'Status', 'Boarder', 'PartTime', 'MedicalFlag', 'Address Line 1'],
        ...[
          'Address Line 2',
          'Address Line 3',
          'Address Line 4',
          'Flat',
          'Number',
          'Street',
          'Locality',
          'Town',
          'Post Town',
          'County',
          'PostCode',
        ],
        ...['Mobile Phone', 'EmailAddress', 'CurrentLookedAfter', 'LACLA', 'ServiceChild'],
      ],
      *rows(each) {
        const { pupil } = each;
        const { address = {} } = pupil;
        const registration = ownRegistration(each, school);
        const [care] = recordsOf(each, 'looked-after');
        const [service] = recordsOf(each, 'service-child');
        const { languages = [{ code: undefined, type: undefined }] } = pupil;
        for (const language of languages) {
          yield [
            ...[registration?.admissionNumber, pupil.upn, pupil.formerUpns?.[0], pupil.uln, pupil.surname],
            ...[pupil.forename, pupil.middleNames, pupil.preferredSurname, pupil.preferredForename],
            ...[pupil.formerSurnames?.[0], dateCell(pupil.birthDate), pupil.sex, pupil.ethnicity],
            ...[pupil.ethnicitySource, language.code, language.type, registration?.yearGroup],
            ...[registration?.registrationGroup, registration?.house, dateCell(registration?.entryDate)],
            ...[
              registration?.status,
              registration?.current === true ? 'Active' : 'Left',
              registration?.boarder,
            ],
            ...[
              registration?.partTime,
              pupil.medicalFlag,
              address.lines?.[0],
              address.lines?.[1],
              address.lines?.[2],
              address.lines?.[3],
              address.saon,
            ],
            ...[
              address.paon,
              address.street,
              address.locality,
              address.town,
              address.postTown,
              address.county,
            ],
            ...[address.postcode, pupil.phones?.[0]?.number, pupil.emails?.[0]?.address, care?.inCare],
            ...[care?.careAuthority, service?.indicator],
          ];
        }
      },
    },
    {
      name: 'EarlierSchools',
      header: [
        'LearnerCode',
        'UPN',
        'SchoolName',
        'LANumber',
        'SchoolNumber',
        'EntryDate',
        'LeavingDate',
        'LeavingReason',
      ],
      *rows(each) {
        for (const stay of recordsOf(each, 'enrolment')) {
          if (stay.attended === school.laestab) continue;
          yield [
            ...[
              code(each),
              each.pupil.upn,
              stay.attendedName,
              stay.attended?.slice(0, 3),
              stay.attended?.slice(3),
            ],
            ...[dateCell(stay.entryDate), dateCell(stay.leavingDate), stay.leavingReason],
          ];
        }
      },
    },
    {
      name: 'Contacts',
      header: [
        ...[
          'LearnerCode',
          'UPN',
          'Contact Priority',
          'Title',
          'SurName',
          'ForeName',
          'Gender',
          'Relationship',
        ],
        ...['ParentalResponsibility', 'Lives With', 'Type', 'Number', 'Email', 'Contact Address Line 1'],
        ...[
          'Contact Address Line 2',
          'Contact Address Line 3',
          'Contact Address Line 4',
          'Contact Flat',
          'Contact House Number',
          'Contact Street',
          'Contact Locality',
        ],
        ...['Contact Town', 'Contact Post Town', 'Contact County', 'Contact PostCode'],
      ],
      *rows(each) {
        for (const contact of recordsOf(each, 'contact')) {
          const { address = {}, phones = [{ number: undefined, type: undefined }] } = contact;
          for (const phone of phones) {
            yield [
              ...[
                code(each),
                each.pupil.upn,
                contact.priority,
                contact.title,
                contact.surname,
                contact.forename,
              ],
              ...[contact.sex, contact.relationship, contact.parentalResponsibility, contact.livesWithPupil],
              ...[
                phone.type,
                phone.number,
                contact.emails?.[0]?.address,
                address.lines?.[0],
                address.lines?.[1],
                address.lines?.[2],
                address.lines?.[3],
              ],
              ...[
                address.saon,
                address.paon,
                address.street,
                address.locality,
                address.town,
                address.postTown,
              ],
              ...[address.county, address.postcode],
            ];
          }
        }
      },
    },
    {
      name: 'FSM',
      header: ['LearnerCode', 'UPN', 'StartDate', 'EndDate', 'ReviewDate', 'CoutnryOfUk'],
      *rows(each) {
        for (const spell of recordsOf(each, 'fsm-spell')) {
          const days = [spell.startDate, spell.endDate, spell.reviewDate].map((date) => dateCell(date));
          yield [code(each), each.pupil.upn, ...days, spell.country];
        }
      },
    },
    {
      name: 'SENProvision',
      header: ['LearnerCode', 'UPN', 'ProvisionTypeCode', 'StartDate', 'EndDate'],
      *rows(each) {
        for (const { provision, startDate, endDate } of recordsOf(each, 'sen-provision'))
          yield [code(each), each.pupil.upn, provision, dateCell(startDate), dateCell(endDate)];
      },
    },
    {
      name: 'SENNeeds',
      header: ['LearnerCode', 'UPN', 'MajorNeedCode', 'Ranking', 'StartDate'],
      *rows(each) {
        for (const { need, rank, startDate } of recordsOf(each, 'sen-need'))
          yield [code(each), each.pupil.upn, need, rank, dateCell(startDate)];
      },
    },
    {
      name: 'PupilPremium',
      header: ['LearnerCode', 'UPN', 'CurrentPupilPremium', 'PPIndicator', 'FYStartDate', 'FYEndDate', 'FTE'],
      *rows(each) {
        for (const spell of recordsOf(each, 'pupil-premium')) {
          const days = [dateCell(spell.startDate), dateCell(spell.endDate)];
          yield [code(each), each.pupil.upn, spell.eligible, spell.reason, ...days, spell.fte];
        }
      },
    },
    {
      name: 'Attendance',
      header: ['LearnerCode', 'UPN', 'Date', 'RollCallSession', 'AttendanceCode', 'MinutesLate'],
      *rows(each) {
        const number = code(each);
        for (const mark of recordsOf(each, 'attendance-mark')) {
          // Present is one code for both sessions; no mark is an empty cell
          const sent =
            mark.code === '/' || mark.code === '\\' ? '/\\' : mark.code === '-' ? undefined : mark.code;
          yield [number, each.pupil.upn, dateCell(mark.date), mark.session, sent, mark.minutesLate];
        }
      },
    },
    {
      name: 'AttendanceSummary',
      header: [
        ...['LearnerCode', 'UPN', 'AcademicYear', 'StartDate', 'EndDate', 'PossibleAttendances'],
        ...['PresentIncludingLate', 'Authorised', 'Unauthorised', 'Exceptional', 'LateBeforeRegistration'],
      ],
      *rows(each) {
        for (const sums of recordsOf(each, 'attendance-summary')) {
          if (progressoLeavesOut(sums)) continue;
          yield [
            ...[
              code(each),
              each.pupil.upn,
              sums.academicYear,
              dateCell(sums.startDate),
              dateCell(sums.endDate),
            ],
            ...[sums.sessionsPossible, sums.sessionsAttended, sums.sessionsAuthorised],
            ...[sums.sessionsUnauthorised, sums.sessionsExceptional, sums.sessionsLate],
          ];
        }
      },
    },
    {
      name: 'Exclusions',
      header: [
        ...['LearnerCode', 'UPN', 'Category', 'Reason', 'Reason 2', 'Reason 3', 'StartDate', 'StartSession'],
        ...['EndDate', 'EndSession', 'TotalDays', 'TotalSessions', 'Notes'],
      ],
      *rows(each) {
        for (const out of recordsOf(each, 'exclusion')) {
          const { sessions, reasons = [] } = out;
          yield [
            ...[code(each), each.pupil.upn, out.category === 'SUSP' ? 'FIXD' : out.category, reasons[0]],
            ...[reasons[1], reasons[2], dateCell(out.startDate), out.startSession, dateCell(out.endDate)],
            ...[out.endSession, sessions === undefined ? undefined : sessions / 2, sessions, out.comment],
          ];
        }
      },
    },
    {
      name: 'Results',
      header: [
        ...['LearnerCode', 'UPN', 'Stage', 'Year', 'Locale', 'Subject', 'Component', 'Method', 'Result'],
        ...['ResultQualifier', 'ResultStatus', 'ResultDate'],
      ],
      *rows(each) {
        for (const result of recordsOf(each, 'assessment-result')) {
          const { academicYear } = result;
          yield [
            // The calendar year in which the school year ends
            ...[
              code(each),
              each.pupil.upn,
              result.stage,
              academicYear === undefined ? undefined : academicYear + 1,
            ],
            ...[result.locale, result.subject, result.component, result.method, result.result],
            ...[result.resultQualifier, result.resultStatus, dateCell(result.resultDate)],
          ];
        }
      },
    },
  ];
}

/** True for sums of attendance at another school, since the extract does not say at which. */
export function progressoLeavesOut(record: {
  readonly kind: string;
  readonly attended?: string | undefined;
}): boolean {
  return record.kind === 'attendance-summary' && record.attended !== undefined;
}
