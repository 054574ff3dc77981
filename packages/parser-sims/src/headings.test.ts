import { resolveHeadings } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { simsHeadings } from './headings.js';

/** Fields of the columns, with parameter where one is there. */
function fields(headings: readonly string[], text = ''): (string | undefined)[] {
  return resolveHeadings(simsHeadings, headings, { text }).columns.map((meaning) =>
    meaning === undefined
      ? undefined
      : meaning.field + (meaning.parameter === undefined ? '' : `:${meaning.parameter}`),
  );
}

/** Field by the headings that docs/formats/sims.md has for it. */
const always: Readonly<Record<string, readonly string[]>> = {
  'pupil.upn': ['UPN', 'UPN ID', 'UPN Number', 'Unique Pupil Number', 'Pupil UPN'],
  'pupil.formerUpns': ['Former UPN', 'FormerUPN'],
  'pupil.uln': ['ULN', 'Unique Learner Number', 'UniqueLearnerNumber'],
  'pupil.uci': ['UCI'],
  'pupil.supplierIds:candidateNumber': ['Exam No', 'Exam No.', 'ExamNumber', 'Candidate Number', 'CandNo'],
  'pupil.supplierIds:primaryId': ['primary_id'],
  'pupil.supplierIds:personId': ['ID', 'PersonID', 'Person_ID', 'MisID', 'StudentId', 'Student ID'],
  'pupil.supplierIds:externalId': ['External ID', 'ExternalId'],
  'enrolment.admissionNumber': ['Adno', 'Admission', 'Admission Number', 'Admission No', 'AdmissionNo'],
  'pupil.surname': [
    'Legal Surname',
    'LegalSurname',
    'Surname',
    'Last Name',
    'LastName',
    'LastNameLegal',
    'Family Name',
  ],
  'pupil.forename': [
    'Legal Forename',
    'LegalForename',
    'Forename',
    'First Name',
    'FirstName',
    'FirstNameLegal',
  ],
  'pupil.middleNames': ['Middle Name(s)', 'Middle Name', 'MiddleName', 'Middle'],
  'pupil.preferredForename': ['ChosenName', 'Chosen Name', 'Chosen Forename', 'Preferred Forename'],
  'pupil.preferredSurname': ['Preferred Surname'],
  'pupil.fullName': ['Name', 'Full Name', 'FullName', 'DisplayName', 'DisplayNameLegal', 'Surname Forename'],
  'pupil.birthDate': ['DOB', 'Date of Birth', 'Date of birth', 'DateOfBirth'],
  'pupil.sex': ['Sex', 'Gender', 'M/F', 'GenderID'],
  'enrolment.yearGroup': ['Year', 'Year Group', 'YearGroup', 'NC Year', 'CurrentYear', 'Year Grp'],
  'enrolment.registrationGroup': [
    'Reg',
    'RegGroup',
    'Reg Group',
    'Registration Group',
    'Tutor Group',
    'Form',
  ],
  'enrolment.house': ['House'],
  'enrolment.entryDate': ['DOA', 'Date of Admission', 'Admission Date', 'EntryDate'],
  'enrolment.leavingDate': ['Leaving Date', 'Date of Leaving', 'DOL'],
  'enrolment.leavingReason': ['Reason for Leaving', 'Leaving Reason'],
  'enrolment.status': ['Enrolment Status', 'EnrolmentStatus'],
  'enrolment.boarder': ['Boarder', 'Boarder Status'],
  'enrolment.partTime': ['Part-time', 'Part Time', 'PartTime'],
  'pupil.ethnicity': ['Ethnicity', 'Ethnicity Code', 'EthnicityCategory', 'Ethnic Origin'],
  'pupil.ethnicitySource': ['Ethnic Data Source', 'EthnicDataSource'],
  'pupil.languages:F': ['First Language', 'Mother Tongue'],
  'pupil.languages:H': ['Home Language'],
  'pupil.eal': ['EAL', 'EAL Status', 'English as additional language', 'English Additional Language'],
  'pupil.religion': ['Religion'],
  'pupil.nationalities': ['Nationality'],
  'pupil.countryOfBirth': ['Country of Birth'],
  'pupil.medicalFlag': ['Medical Flag'],
  'pupil.disabilities': ['Disability', 'Disabilities'],
  'pupil.address.saon': ['Apartment', 'Flat'],
  'pupil.address.paon': ['House Number', 'House No', 'houseno', 'House Name', 'housename'],
  'pupil.address.street': ['Street', 'Road'],
  'pupil.address.locality': ['District'],
  'pupil.address.town': ['Town', 'Town or City', 'townorcity'],
  'pupil.address.county': ['County'],
  'pupil.address.postcode': ['Postcode', 'Post Code', 'PostCode'],
  'pupil.address.country': ['Country'],
  'pupil.address.lines': ['Address', 'Address Block', 'addressblock', 'Home Address'],
  'pupil.address.line1': ['Address Line 1'],
  'pupil.address.line5': ['Address Line 5'],
  'sen-provision.provision': [
    'SEN Status',
    'SEND Status',
    'SEN',
    'SENProvision',
    'SEN Provision',
    'SEN Code',
  ],
  'sen-provision.startDate': ['SEN Start Date', 'SEN Provision Start Date'],
  'sen-provision.endDate': ['SEN End Date'],
  'sen-need.need': ['SEN Need', 'SEN Type', 'Need Type'],
  'sen-need.rank': ['SEN Need Rank', 'Need Ranking'],
  'fsm-spell.eligible': ['FSM', 'FSM Eligible', 'FSMEligible', 'Eligible for free meals', 'Free Meals'],
  'fsm-spell.startDate': ['FSM Start Date'],
  'fsm-spell.endDate': ['FSM End Date'],
  'fsm-spell.reviewDate': ['FSM Review Date'],
  'fsm-spell.country': ['FSM Country'],
  'pupil-premium.eligible': [
    'Pupil Premium Indicator',
    'Pupil Premium',
    'Premium',
    'PP',
    'Disadvantaged',
    'Disadvantaged (PP)',
  ],
  'looked-after.inCare': ['In Care', 'Looked After', 'InLeaCare'],
  'looked-after.careAuthority': ['LeaCareAuthority', 'Care Authority'],
  'service-child.indicator': ['Service Child', 'Service Child Indicator', 'Parent in Armed Forces'],
  'extension.keep': [
    'multiple_id',
    'Year Taught In',
    'YearTaughtIn',
    'Year taught in Code',
    'Class',
    'Classes',
    'Group',
    'Year of entry',
    'Academic Year Of Entry',
    'Destination',
    'Destination School',
    'Attendance Mode',
    'AttendanceMode',
    'Mode of Travel',
    'Young Carer',
    'NHS Number',
    'NHSNumber',
    'BirthCertificateSeen',
    'EmergencyConsent',
    'FSM6',
    'Ever 6',
    'FSM Ever 6',
    'Ever in care',
    'Main',
    'H/M/L Prior Attainment',
    'Forecasted',
    'Target',
    'Progress ',
    'Above / Below',
  ],
};

describe('headings of SIMS reports', () => {
  it.each(Object.entries(always))('%s', (field, headings) => {
    for (const heading of headings) expect(fields([heading])[0], heading).toBe(field);
  });

  it('reads names of XML', () => {
    expect(fields(['Legal_x0020_Surname', '_x0025__x0020_Attendance', 'SEN_x0020_Need_x0020_Rank'])).toEqual([
      'pupil.surname',
      'extension.keep',
      'sen-need.rank',
    ]);
  });

  it('takes legal names for the names where both are there', () => {
    expect(fields(['Surname', 'Legal Surname', 'Forename', 'Legal Forename', 'ChosenName'])).toEqual([
      'pupil.preferredSurname',
      'pupil.surname',
      'extension.keep',
      'pupil.forename',
      'pupil.preferredForename',
    ]);
    expect(fields(['Surname', 'Legal Surname', 'Preferred Surname'])).toEqual([
      'extension.keep',
      'pupil.surname',
      'pupil.preferredSurname',
    ]);
    expect(fields(['Reg', 'Form'])).toEqual(['enrolment.registrationGroup', 'extension.keep']);
  });

  it('gives the pupil telephone and email where no contact is in the row', () => {
    const shared = [
      'Home Telephone',
      'Mobile Telephone',
      'Telephone',
      'Primary Email',
      'Work Email',
      'Title',
      'Start date',
    ];
    expect(fields(['UPN', ...shared]).slice(1)).toEqual([
      'pupil.phones:H',
      'pupil.phones:M',
      'pupil.phones',
      'pupil.emails',
      'pupil.emails:W',
      'extension.keep',
      'enrolment.entryDate',
    ]);
    expect(fields(['UPN', 'Contact Surname', ...shared]).slice(1, 8)).toEqual([
      'contact.surname',
      'contact.phones:H',
      'contact.phones:M',
      'contact.phones',
      'contact.emails',
      'contact.emails:W',
      'contact.title',
    ]);
    expect(fields(['UPN', 'Contact 1 Surname', 'Home Telephone'])[2]).toBe('pupil.phones:H');
  });

  it('reads contacts', () => {
    expect(
      fields([
        'Contact Last Name',
        'Contact Forename',
        'Contact Title',
        'Contact Priority',
        'Relationship to Student',
        'Parental Responsibility',
        'Court Order',
        'Lives at same address',
        'Contact Home Telephone',
        'Contact Postcode',
        'Contact Email',
      ]),
    ).toEqual([
      'contact.surname',
      'contact.forename',
      'contact.title',
      'contact.priority',
      'contact.relationship',
      'contact.parentalResponsibility',
      'contact.courtOrder',
      'contact.livesWithPupil',
      'contact.phones:H',
      'contact.address.postcode',
      'contact.emails',
    ]);
  });

  it.each([
    ['AttendanceDate', 'SessionName', 'AttendanceMark', 'MinsLate', 'Comments'],
    ['Date', 'Session', 'Mark', 'Minutes Late', 'Comment'],
    ['Mark Date', 'AM/PM', 'Code', 'Mins Late', 'Comments'],
    ['Session Date', 'Session Name', 'Attendance Mark', 'MinsLate', 'Comment'],
  ])('reads marks, one a row: %s, %s, %s', (...headings) => {
    expect(fields(['UPN', ...headings]).slice(1)).toEqual([
      'attendance-mark.date',
      'attendance-mark.session',
      'attendance-mark.code',
      'attendance-mark.minutesLate',
      'attendance-mark.comment',
    ]);
  });

  it('reads sums of attendance, also by code', () => {
    expect(
      fields([
        'UPN',
        'Possible Marks',
        'Present',
        'Auth Abs',
        'Unauth Abs',
        'Late (L)',
        '/',
        '\\',
        'C1',
        'I',
        'AEA',
      ]).slice(1),
    ).toEqual([
      'attendance-summary.sessionsPossible',
      'attendance-summary.sessionsAttended',
      'attendance-summary.sessionsAuthorised',
      'attendance-summary.sessionsUnauthorised',
      'attendance-summary.sessionsLate',
      'attendance-summary.sessionsByCode:/',
      'attendance-summary.sessionsByCode:\\',
      'attendance-summary.sessionsByCode:C1',
      'attendance-summary.sessionsByCode:I',
      'extension.keep',
    ]);
  });

  it('reads suspensions where the report says that it lists them', () => {
    const headings = [
      'UPN',
      'Type',
      'Reason 1',
      'Reason 2',
      'Start Date',
      'End Date',
      'School Days',
      'Review Date',
    ];
    expect(fields(headings, 'Exclusions 2025').slice(1)).toEqual([
      'exclusion.category',
      'exclusion.reasons',
      'exclusion.reasons',
      'exclusion.startDate',
      'exclusion.endDate',
      'exclusion.days',
      'extension.keep',
    ]);
    expect(fields(headings)[1]).toBeUndefined();
  });

  it('reads results, long and by key stage', () => {
    expect(fields(['UPN', 'Aspect Name', 'Result Set', 'Result', 'Result Date']).slice(1)).toEqual([
      'assessment-result.method',
      'assessment-result.component',
      'assessment-result.result',
      'assessment-result.resultDate',
    ]);
    expect(
      fields(['UCI', 'Exam Board', 'Option Title', 'Option Code', 'Qualification', 'Grade', 'Season']).slice(
        1,
      ),
    ).toEqual([
      'assessment-result.awardingBody',
      'assessment-result.subject',
      'extension.keep',
      'assessment-result.method',
      'assessment-result.result',
      'extension.keep',
    ]);
    const [, reading] = resolveHeadings(simsHeadings, ['UPN', 'KS2 Reading Scaled Score']).columns;
    expect(reading).toEqual({
      field: 'assessment-result.result',
      with: { stage: 'KS2', subject: 'ENG', component: 'REA', method: 'TT', resultQualifier: 'NS' },
    });
  });
});
