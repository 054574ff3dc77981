import { commonHeadings, defineHeadings, headingKey, type HeadingTable } from '@rollbook/parser-kit';
import { evidenceOf, preferHeadings, type Preference } from '@rollbook/parser-kit';

/** Common headings that stand for another thing in Bromcom, or for the same as a better column: sections read them. */
const BY_SECTION = [
  'Year',
  'Year Group',
  'NC Year Actual',
  'Ethnicity',
  'Ethnicity Code',
  'Date of Entry',
  'Date of Leaving',
  'SEN Need',
  'SEN Provision',
  'SEN Status Code',
  'FSM',
  'Is FSM',
  'Pupil Premium',
  'Name',
  'Gender',
  'Gender Code',
  'First Language',
  'Home Language',
];

/** Fields that several columns may hold, the best first. */
export const bromcomPreferences: readonly Preference[] = [
  [
    'enrolment.yearGroup',
    ['NC Year Actual'],
    ['Year Group', 'Year Group Name', 'StudentYearGroup'],
    ['Year'],
  ],
  ['enrolment.entryDate', ['Date of Entry'], ['enrolmentStartDate']],
  ['enrolment.leavingDate', ['Date of Leaving'], ['enrolmentEndDate']],
  ['pupil.ethnicity', ['Ethnicity Code'], ['Ethnicity', 'ethnicityDescription']],
  ['pupil.sex', ['Gender Code'], ['Gender']],
  ['pupil.languages:F', ['First Language'], ['Home Language']],
  [
    'sen-provision.provision',
    ['provisionName', 'SEN Status Code'],
    ['Provision', 'SEN Provision'],
    ['provisionDescription'],
  ],
  ['sen-need.need', ['senPrimaryNeedCode'], ['SENNeed', 'senPrimaryNeedDescription']],
  ['fsm-spell.eligible', ['fsmIsActive'], ['isEligibleForFreeMeal'], ['FSM', 'HasFSM']],
  ['pupil-premium.eligible', ['premiumPupilFlag'], ['pupilPremiumFlag'], ['PupilPremium']],
];

const own = defineHeadings(
  {
    always: {
      'pupil.supplierIds:studentId': ['StudentID', 'Student_ID'],
      'pupil.supplierIds:schoolStudentId': ['SchoolStudentId'],
      'pupil.supplierIds:visionSchoolId': ['VisionSchoolId'],
      'pupil.fullName': ['StudentFullName'],
      'pupil.emails': ['Student email'],
      'pupil.religion': ['religiousAffiliationDescription'],
      'pupil.nationalities': ['nationalityDescription'],
      'pupil.eal': ['EAL Flag', 'HasEAL'],
      'pupil.address.lines': ['studentMainAddress'],
      'pupil.address.saon': ['studentMainFlatNameNumber'],
      'pupil.address.paon': ['studentMainBuildingNameNumber'],
      'pupil.address.street': ['studentMainStreet'],
      'pupil.address.locality': ['studentMainLocality'],
      'pupil.address.town': ['studentMainTown'],
      'pupil.address.postcode': ['studentMainPostCode'],
      'enrolment.house': ['House(s)', 'houseName'],
      'enrolment.leavingReason': ['leavingReasonDescription'],
      'sen-provision.startDate': ['provisionStartDate'],
      'looked-after.inCare': ['inCareFlag', 'IsLAC'],
      'service-child.indicator': ['serviceChildrenInEducationCode', 'ServiceChildDescription'],
      'school.la': ['leaNumber', 'lea'],
      'extension.keep': [
        'Ever FSM 6 Flag',
        'IsEverFSM6',
        'PP Looked After',
        'yearGroupID',
        'tutorGroupID',
        'chronologicalYeargroup',
        'enrolmentStateName',
        'isLeaver',
        'destinationSchool',
        'dualRegisteredWith',
        'senNeedList',
        'isServiceChildPremium',
        'isLookedAfterPremium',
        'isAdoptedFromCarePremium',
        'numberOfExcludedSessions',
        'IsGandT',
        'EthnicityCategory',
        'StudentClassList',
        'AttendanceID',
        'StudentExclusionID',
        'StudentExamResultRecordId',
        'twoYearOldFundTypeDescription',
        'thirtyHourCode',
        'adoptedFromCareTypeName',
        'englishProficiencyDescription',
        'homeLA',
        'recordedBy',
        'Instant',
        ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].flatMap((day) => [`${day}AM`, `${day}PM`]),
      ],
    },
    contact: { 'extension.keep': ['Details'] },
    sections: [
      {
        name: '',
        needs: [],
        evidence: evidenceOf(['exportMark']),
        headings: { 'attendance-mark.code': ['exportMark'], 'extension.keep': ['Mark'] },
      },
      {
        name: 'attendance marks',
        needs: [['attendance-mark.date'], ['attendance-mark.code']],
        evidence: evidenceOf(['CalendarName', 'PeriodDisplayName']),
        headings: {
          'attendance-mark.date': ['AttendanceDate', 'calendarStartDate', 'Date'],
          'attendance-mark.minutesLate': ['minute', 'Minutes'],
          'attendance-mark.comment': ['attendanceComment', 'Comment'],
          'attendance-mark.code': ['Mark'],
          // The session is read from these by bromcom-rows.ts
          'extension.keep': ['calendarName', 'PeriodDisplayName', 'calendarEndDate', 'markSubcode'],
        },
      },
      {
        name: 'marks of a year',
        needs: [['marks.codes'], ['marks.startDate']],
        evidence: evidenceOf(['attendanceMarks']),
        headings: {
          'marks.startDate': ['attendanceStartDate'],
          'marks.codes': ['attendanceMarks'],
          'extension.keep': ['year'],
        },
      },
      {
        name: 'sums of attendance',
        needs: [['attendance-summary.sessionsPossible'], ['attendance-summary.sessionsUnauthorised']],
        headings: {
          'attendance-summary.sessionsPossible': ['possible', 'possiblesAttendanceCountAMPM'],
          'attendance-summary.sessionsAttended': ['attended'],
          'attendance-summary.sessionsAuthorised': ['authorised'],
          'attendance-summary.sessionsUnauthorised': ['unauthorised', 'unauthorisedAttendanceCountAMPM'],
          'extension.keep': ['presentPercentageWithEA'],
        },
      },
      {
        name: 'exclusions',
        needs: [['exclusion.category', 'exclusion.reasons'], ['exclusion.startDate']],
        evidence: /exclu|suspen/i,
        headings: {
          'exclusion.category': ['ExclusionType'],
          'exclusion.reasons': ['ExclusionReason', 'Reason'],
          'exclusion.startDate': ['ExclusionStartDate', 'Start Date'],
          'exclusion.endDate': ['ExclusionEndDate', 'End Date'],
          'extension.keep': [
            'DateOfGovernorsSubCommittee',
            'AppealDate',
            'AppealDecision',
            'DateDecisionNotified',
            'Date of Incident',
            'Return Date',
            'Part Time Exclusion',
            'Cancelled',
            'Is Cancelled',
          ],
        },
      },
      ...preferHeadings('exclusion.sessions', ['NumberOfSessions']),
      {
        name: '',
        needs: [['exclusion.startDate'], ['exclusion.sessions']],
        headings: { 'extension.keep': ['TotalNumberOfExcludedDays'] },
      },
      {
        name: '',
        needs: [['exclusion.startDate'], ['exclusion.days']],
        headings: { 'exclusion.days': ['TotalNumberOfExcludedDays'] },
      },
      {
        name: 'assessment results',
        needs: [['assessment-result.result'], ['assessment-result.method']],
        evidence: evidenceOf(['AssessmentTypeName']),
        headings: {
          'assessment-result.result': ['Result'],
          'assessment-result.method': ['AssessmentTypeName'],
          'assessment-result.subject': ['SubjectName'],
          'assessment-result.resultDate': ['EnteredDate'],
          'extension.keep': ['IsGrade', 'TermName', 'YearGroupName'],
        },
      },
      {
        name: 'examination results',
        needs: [['assessment-result.result'], ['assessment-result.qualificationNumber']],
        evidence: evidenceOf(['QANCode', 'FirstResultGrade']),
        headings: {
          'assessment-result.result': ['FirstResultGrade'],
          'assessment-result.qualificationNumber': ['QANCode'],
          'extension.keep': ['Series', 'Season', 'ExamOption', 'ExamOptionCode', 'FirstResultScore'],
        },
      },
      { name: '', needs: [['pupil.supplierIds', 'pupil.upn']], headings: { 'pupil.fullName': ['Name'] } },
      ...bromcomPreferences.map((preference) => preferHeadings(...preference)).flat(),
      {
        name: 'students',
        needs: [['pupil.surname', 'pupil.fullName', 'pupil.birthDate']],
        headings: { 'enrolment.entryDate': ['startDate'], 'enrolment.leavingDate': ['endDate'] },
      },
    ],
  },
  commonHeadings,
);

function without(map: HeadingTable['always'], headings: readonly string[]): HeadingTable['always'] {
  const rest = new Map(map);
  for (const heading of headings) rest.delete(headingKey(heading));
  return rest;
}

/** Fields of entities and headings of reports: docs/formats/bromcom.md. */
export const bromcomHeadings: HeadingTable = { ...own, always: without(own.always, BY_SECTION) };
