import { commonHeadings, defineHeadings, headingKey, type HeadingTable } from '@rollbook/parser-kit';
import { evidenceOf, preferHeadings, type Preference } from '@rollbook/parser-kit';

/** Common headings that stand for another thing in Arbor, or for the same as a better column: sections read them. */
const BY_SECTION = [
  'Year Group',
  'Year',
  'NC Year',
  'SEN Status',
  'SEN Status Code',
  'SEN Need Type',
  'Sex',
  'Gender',
  'Pupil Premium',
  'Name',
];

/** Columns of memberships: spells of a group or a year, and no registration at a school. */
const MEMBERSHIP = [
  'START_DATE',
  'END_DATE',
  'IS_CURRENT',
  'REGISTRATION_FORM_NAME',
  'YEAR_GROUP',
  'CURRICULUM_GRADE_NAME',
  'ENROLMENT_MODE',
];
/** Marks of a class, and suspensions that are not the law's: never read as a pupil's statutory records. */
const NOT_STATUTORY = [
  'START_DATE',
  'END_DATE',
  'DATE',
  'RAW_MARK',
  'MARK_CODE',
  'REASON',
  'REASONS',
  'TYPE',
  'CATEGORY',
];
const NEEDS_TABLE = ['SEN_NEED_TYPE', 'Sen Need', 'SEN Need Ranking', 'SEN Description', 'SEN_NEED_ID'];

/** Fields that several columns may hold, the best first. */
export const arborPreferences: readonly Preference[] = [
  [
    'sen-provision.provision',
    ['SEN_STATUS_EXPORT_CODE'],
    ['SEN_STATUS_CODE'],
    ['SEN_STATUS_NAME', 'SEN Status', 'CURRENT_SEN_STATUS'],
  ],
  ['pupil.sex', ['SEX'], ['GENDER']],
  ['pupil-premium.eligible', ['PUPIL_PREMIUM'], ['Pupil Premium Eligible']],
  [
    'enrolment.yearGroup',
    ['NC Year(s) for today', 'NC Year', 'CURRENT_CURRICULUM_GRADE_NAME'],
    ['Year group(s) this academic year', 'Year Group', 'CURRENT_YEAR_GROUP'],
    ['Year'],
  ],
];

const own = defineHeadings(
  {
    always: {
      'pupil.supplierIds:studentUniqueId': ['STUDENT_UNIQUE_ID'],
      'pupil.supplierIds:globallyUniqueStudentId': ['Globally Unique Student ID'],
      'pupil.supplierIds:studentId': ['STUDENT_ID', 'Arbor Student ID'],
      'pupil.supplierIds:arborId': ['Arbor ID'],
      'pupil.supplierIds:applicationId': ['APPLICATION_ID'],
      // As OEAI spells them
      'pupil.preferredForename': ['Preffered First Name'],
      'pupil.preferredSurname': ['Preffered Last Name'],
      'pupil.emails': ['Email Address (Main)', 'EMAIL_ADDRESS'],
      'pupil.languages:F': ['NATIVE_LANGUAGE_CODES'],
      'enrolment.registrationGroup': [
        'Registration form(s) this academic year',
        'Registration forms',
        'Reg Form',
        'CURRENT_REGISTRATION_GROUP',
      ],
      'enrolment.leavingReason': ['UNENROLMENT_REASON_CODE'],
      'extension.keep': [
        // Yes or no, where a status stands beside
        'SEN',
        'SEN_SUPPORT',
        'EDUCATION_HEALTH_CARE_PLAN',
        'EVER_6_FSM',
        'DISADVANTAGED',
        'PUPIL_PREMIUM_RECIPIENT',
        'EARLY_YEARS_PUPIL_PREMIUM_RECIPIENT',
        'EVER_6_SERVICE_CHILD',
        'CHILD_PROTECTION',
        'CURRENT_CHILD_PROTECTION_STATUS_NAME',
        'TRAVELLER',
        'YOUNG_CARER_SOURCE',
        'IN_YEAR_ADMISSION',
        'COMPULSORY_SCHOOL_AGE',
        'MOBILE_Y5_Y6',
        'MOBILE_Y10_Y11',
        'ETHNICITY_CATEGORY',
        'ETHNICITY_CATEGORY_NAME',
        'NATIVE_LANGUAGE_NAMES',
        'ACADEMIC_YEAR_NAME',
        // Over the year, not today
        'SEN at any time this academic year?',
        'Pupil Premium Eligible at any time this academic year?',
        'EAL at any time this academic year?',
        'In Year Admission at any time this academic year?',
        'Courses/classes',
        'Funded Hours',
        'Summer born',
        'Term of birth',
        'Points',
        'COUNTS_AS_SEN_STATUS',
        'IS_MEMBER_OF_SEN_UNIT',
        'HAS_RESOURCED_PROVISION',
        'STUDENT_SCHOOL_ENROLMENT_ID',
        'SUSPENSION_ID',
        'PERMANENT_EXCLUSION_ID',
        'SEN_NEED_ID',
        'REGISTRATION_FORM_ID',
        'YEAR_GROUP_UNIQUE_ID',
        'INTERNAL_EXCLUSION_ID',
      ],
    },
    contact: {
      'contact.priority': ['Emergency Contact Priority'],
      'contact.parentalResponsibility': ['Is Legal Guardian', 'Legal Guardian'],
      'extension.keep': ['Is Primary Guardian', 'Primary Guardian'],
    },
    sections: [
      {
        name: 'schools',
        needs: [],
        evidence: evidenceOf(['ABBREVIATED_NAME', 'PHASE']),
        headings: { 'school.name': ['NAME'], 'extension.keep': ['ABBREVIATED_NAME', 'PHASE'] },
      },
      { name: '', needs: [], headings: { 'pupil.fullName': ['Name'] } },
      {
        name: 'internal exclusions and interventions',
        needs: [],
        evidence: /^[^A-Za-z0-9\n]*(?:internal[_ ]?exclusion|intervention)s?(?:[_ ]?\w*)?$/im,
        headings: { 'extension.keep': NOT_STATUTORY },
      },
      {
        name: 'memberships',
        needs: [],
        evidence: evidenceOf(['REGISTRATION_FORM_ID', 'YEAR_GROUP_UNIQUE_ID', 'ENROLMENT_MODE']),
        headings: { 'extension.keep': MEMBERSHIP },
      },
      {
        name: 'roll call attendance',
        needs: [['attendance-mark.date'], ['attendance-mark.session'], ['attendance-mark.code']],
        evidence: evidenceOf(['RAW_MARK']),
        headings: {
          'attendance-mark.date': ['DATE', 'ROLL_CALL_DATE'],
          'attendance-mark.session': ['PERIOD'],
          'attendance-mark.code': ['RAW_MARK'],
          'extension.keep': [
            'MARK_CODE',
            'IS_PRESENT',
            'IS_AUTHORIZED_ABSENT',
            'IS_UNAUTHORIZED_ABSENT',
            'IS_POSSIBLE_ATTENDANCE',
            'ATTENDANCE_ROLL_CALL_RECORD_ID',
            'ATTENDANCE_ROLL_CALL_RECORD_UNIQUE_ID',
          ],
        },
      },
      {
        name: 'suspensions',
        needs: [['exclusion.startDate']],
        evidence: evidenceOf([
          'SUSPENSION_ID',
          'SUSPENSION_REASONS',
          'SUSPENSION_REASONS_LIST',
          'PERMANENT_EXCLUSION_ID',
          'EXCLUSION_REASONS',
          'EXCLUSION_REASONS_LIST',
        ]),
        headings: {
          'exclusion.startDate': ['START_DATE'],
          'exclusion.endDate': ['END_DATE'],
          'exclusion.comment': ['NARRATIVE'],
          // Reasons and times are read together: see arbor-rows.ts
          'extension.keep': [
            'SUSPENSION_REASONS',
            'SUSPENSION_REASONS_LIST',
            'SUSPENSION_REASONS_NAME',
            'SUSPENSION_REASONS_NAME_LIST',
            'EXCLUSION_REASONS',
            'EXCLUSION_REASONS_LIST',
            'EXCLUSION_REASONS_NAME',
            'EXCLUSION_REASONS_NAME_LIST',
            'DAILY_START_TIME',
            'DAILY_END_TIME',
            'DECISION_DATE',
            'DFE_EXPORT_CODE',
            'CURRICULUM_GRADE_NAME_ON_LEAVING',
          ],
        },
      },
      ...[
        ['exclusion.sessions', 'STATISTICAL_SESSIONS_EXCLUDED'],
        ['exclusion.days', 'STATISTICAL_DAYS_EXCLUDED'],
        ['exclusion.sessions', 'SCHOOL_DEFINED_SESSIONS_EXCLUDED'],
        ['exclusion.days', 'SCHOOL_DEFINED_DAYS_EXCLUDED'],
      ].map(([field = '', heading = ''], i, all) => ({
        name: '',
        needs: [],
        evidence: evidenceOf([heading]),
        headings: {
          [field]: [heading],
          'extension.keep': all.slice(i + 1).map(([, other = '']) => other),
        },
      })),
      {
        name: 'SEN needs',
        needs: [['sen-need.need']],
        evidence: evidenceOf(NEEDS_TABLE),
        headings: {
          'sen-need.need': ['SEN_NEED_TYPE', 'Sen Need'],
          'sen-need.rank': ['SEN_NEED_RANKING'],
          'sen-need.description': ['SEN_NEED_DESCRIPTION', 'SEN Description'],
          'sen-need.startDate': ['EFFECTIVE_DATE', 'START_DATE'],
          'sen-need.endDate': ['END_DATE'],
        },
      },
      {
        name: 'SEN status',
        needs: [],
        evidence: evidenceOf(['SEN_STATUS_EXPORT_CODE', 'SEN_STATUS_CODE', 'SEN_STATUS_NAME']),
        headings: { 'sen-provision.startDate': ['START_DATE'], 'sen-provision.endDate': ['END_DATE'] },
      },
      ...arborPreferences.map((preference) => preferHeadings(...preference)).flat(),
      {
        name: 'school enrolments',
        needs: [],
        evidence: evidenceOf(['STUDENT_SCHOOL_ENROLMENT_ID', 'CURRENTLY_ON_ROLL', 'UNENROLMENT_REASON_CODE']),
        headings: {
          'enrolment.entryDate': ['START_DATE'],
          'enrolment.leavingDate': ['END_DATE'],
          'enrolment.current': ['CURRENTLY_ON_ROLL'],
        },
      },
      {
        name: 'students',
        needs: [['pupil.surname', 'pupil.birthDate', 'pupil.fullName']],
        headings: { 'enrolment.current': ['IS_CURRENT'] },
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

/** Headings of reports and of the BI Connector's tables: docs/formats/arbor.md. */
export const arborHeadings: HeadingTable = { ...own, always: without(own.always, BY_SECTION) };
