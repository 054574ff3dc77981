import {
  defineHeadings,
  type HeadingDefinition,
  type HeadingSection,
  type HeadingTable,
} from '@rollbook/parser-kit';
import { preferHeadings } from '@rollbook/parser-kit';

const LINK = { 'pupil.supplierIds:studentId': ['student.id'] } as const;
/** Names and numbers of linked objects, whose codes are read. */
const LINKED = [
  'attendanceRollCall',
  'attendanceMark',
  'exclusionReason',
  'senStatus',
  'senNeedType',
  'guardian.person',
  'guardianRelationshipType',
  'ethnicity',
  'religion',
  'person',
  'student',
  'guardian',
].flatMap((name) => [
  `${name}.displayName`,
  ...(name === 'student' || name === 'guardian' ? [] : [`${name}.id`]),
]);
const KEEP = ['id', 'href', 'displayName', 'userTags', 'code', ...LINKED];

function entity(
  always: NonNullable<HeadingDefinition['always']>,
  sections: readonly HeadingSection[] = [],
): HeadingTable {
  return defineHeadings({
    always: { ...always, 'extension.keep': [...KEEP, ...(always['extension.keep'] ?? [])] },
    sections,
  });
}

const REASONS = preferHeadings(
  'exclusion.reasons',
  ['exclusionReason.exportCode'],
  ['exclusionReason.code'],
  ['exclusionReason.exclusionReasonName'],
);

/**
 * Properties of the REST API's entities, with those of linked objects by dots; GraphQL has the same names. An `id` is
 * the number at the end of an `href`. Entities that are not here are left out.
 */
export const restHeadings: Readonly<Record<string, HeadingTable>> = {
  Student: defineHeadings({
    always: {
      'pupil.supplierIds:studentId': ['id'],
      // Where the UPN stands is unconfirmed
      'pupil.upn': ['upn', 'uniquePupilNumber', 'person.upn'],
      'pupil.uln': ['uniqueLearnerNumber'],
      'pupil.surname': ['person.legalLastName', 'legalLastName'],
      'pupil.forename': ['person.legalFirstName', 'legalFirstName'],
      'pupil.middleNames': ['person.legalMiddleNames', 'legalMiddleNames'],
      'pupil.preferredSurname': ['person.preferredLastName', 'preferredLastName'],
      'pupil.preferredForename': ['person.preferredFirstName', 'preferredFirstName'],
      'pupil.birthDate': ['person.dateOfBirth', 'dateOfBirth'],
      'pupil.sex': ['person.gender.code', 'person.gender', 'gender'],
      'pupil.ethnicity': ['ethnicity.code', 'ethnicity'],
      'pupil.religion': ['religion.code', 'religion'],
      'enrolment.yearGroup': ['displayAcademicLevel.displayName'],
      'enrolment.leavingDate': ['leavingDate'],
      'extension.keep': [
        ...KEEP.filter((name) => name !== 'id'),
        'person.title',
        'studentNumber',
        'homeLocalAuthority',
        'fundedHours',
        'nhsNumber',
        'legacySystemId',
      ],
    },
  }),
  AttendanceRollCallRecord: entity(
    {
      ...LINK,
      'attendance-mark.date': ['recordDate'],
      'attendance-mark.code': ['attendanceMark.code'],
      'attendance-mark.minutesLate': ['minutesLate'],
      'extension.keep': ['attendanceMark.markDescription', 'source'],
    },
    preferHeadings(
      'attendance-mark.session',
      ['attendanceRollCall.code'],
      ['attendanceRollCall.shortName'],
      ['attendanceRollCall.name'],
    ),
  ),
  FixedPeriodExclusion: entity(
    {
      ...LINK,
      'exclusion.startDate': ['fromDatetime'],
      'exclusion.endDate': ['untilDatetime'],
      'exclusion.days': ['statisticalDaysExcluded'],
      'exclusion.comment': ['narrative'],
      'extension.keep': [
        'dailyStartTime',
        'dailyEndTime',
        'decisionDatetime',
        'schoolDefinedSessionsExcluded',
      ],
    },
    REASONS,
  ),
  PermanentExclusion: entity(
    {
      ...LINK,
      'exclusion.startDate': ['fromDate'],
      'exclusion.comment': ['narrative'],
      'extension.keep': ['decisionDatetime'],
    },
    REASONS,
  ),
  SenStatusAssignment: entity(
    {
      ...LINK,
      'sen-provision.startDate': ['startDate'],
      'sen-provision.endDate': ['endDate'],
    },
    preferHeadings(
      'sen-provision.provision',
      ['senStatus.exportCode'],
      ['senStatus.code'],
      ['senStatus.senStatusName'],
    ),
  ),
  SenNeed: entity(
    {
      ...LINK,
      'sen-need.description': ['description'],
      'sen-need.rank': ['ranking'],
      'sen-need.startDate': ['effectiveDate'],
      'sen-need.endDate': ['endDate'],
    },
    preferHeadings('sen-need.need', ['senNeedType.exportCode'], ['senNeedType.code'], ['senNeedType.label']),
  ),
  InCareStatusAssignment: entity({
    ...LINK,
    'looked-after.careAuthority': ['responsibleLocalAuthority.code'],
    'looked-after.startDate': ['startDate'],
    'looked-after.endDate': ['endDate'],
  }),
  PupilPremiumRecipient: entity({
    ...LINK,
    'pupil-premium.fte': ['fte'],
    'pupil-premium.startDate': ['startDate'],
    'pupil-premium.endDate': ['endDate'],
  }),
  StudentGuardianRelationship: entity({
    ...LINK,
    'contact.supplierIds:guardianId': ['guardian.id'],
    'contact.surname': ['guardian.person.legalLastName'],
    'contact.forename': ['guardian.person.legalFirstName'],
    'contact.title': ['guardian.person.title'],
    'contact.relationship': ['guardianRelationshipType.ctfExportCode'],
    'contact.parentalResponsibility': ['isLegalGuardian'],
    'contact.priority': ['emergencyContactPriority'],
    'extension.keep': ['isPrimaryGuardian'],
  }),
};
