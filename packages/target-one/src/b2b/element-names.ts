/**
 * Names of the elements of B2B XML, all in one place: no full schema is public, and a council's real one ("Third Party B2B
 * Documents" from MRI) changes this file alone. `confirmed` are those that public release notes show (3.71 to 3.83).
 */
export interface B2bName {
  readonly name: string;
  readonly confirmed: boolean;
}

const shown = (name: string): B2bName => ({ name, confirmed: true });
const guessed = (name: string): B2bName => ({ name, confirmed: false });

export const b2bNames = {
  root: guessed('B2BStudents'),
  header: guessed('Header'),
  base: guessed('Base'),
  dateTime: guessed('DateTime'),
  supplier: guessed('Supplier'),
  student: guessed('Student'),
  suppInfo: shown('SuppInfo'),
  guid: shown('GUID'),
  upn: guessed('UPN'),
  formerUpn: guessed('FormerUPN'),
  uln: guessed('ULN'),
  surname: guessed('Surname'),
  forename: guessed('Forename'),
  middleNames: guessed('MiddleNames'),
  chosenSurname: guessed('ChosenSurname'),
  chosenForename: guessed('ChosenForename'),
  birthDate: guessed('DOB'),
  gender: guessed('Gender'),
  firstLanguage: guessed('FirstLanguage'),
  homeLanguage: guessed('HomeLanguage'),
  ethnicity: guessed('Ethnicity'),
  religion: guessed('Religion'),
  medicalFlag: guessed('MedicalFlag'),
  enrolments: guessed('SchoolHistory'),
  enrolment: guessed('School'),
  establishment: guessed('Establishment'),
  status: guessed('EnrolmentStatus'),
  entryDate: guessed('EntryDate'),
  leavingDate: guessed('LeavingDate'),
  leavingReason: guessed('LeavingReason'),
  yearGroup: guessed('NCYear'),
  partTime: guessed('PartTime'),
  address: guessed('Address'),
  uprn: guessed('UPRN'),
  saon: guessed('SAON'),
  paon: guessed('PAON'),
  street: guessed('Street'),
  locality: guessed('Locality'),
  town: guessed('Town'),
  county: guessed('County'),
  line: guessed('AddressLine'),
  postcode: guessed('Postcode'),
  contacts: shown('Contacts'),
  contact: guessed('Contact'),
  contactOrder: guessed('Order'),
  title: guessed('Title'),
  relationship: guessed('Relationship'),
  responsibility: guessed('ParentalResponsibility'),
  phone: guessed('Telephone'),
  email: guessed('Email'),
  senHistory: guessed('SENHistory'),
  sen: guessed('SEN'),
  senProvision: guessed('Provision'),
  senNeed: guessed('Need'),
  senType: guessed('Type'),
  senRank: guessed('Rank'),
  lookedAfter: guessed('LookedAfter'),
  inCare: guessed('InCare'),
  careAuthority: guessed('CareAuthority'),
  exclusions: guessed('Exclusions'),
  exclusion: shown('Exclusion'),
  category: shown('Category'),
  reasons: shown('Reasons'),
  reason: shown('Reason'),
  startDate: shown('StartDate'),
  endDate: shown('EndDate'),
  schoolDays: shown('SchoolDays'),
  startTime: shown('StartTime'),
  attendance: guessed('Attendance'),
  attendanceStart: guessed('AttendanceStartDate'),
  attendanceString: guessed('AttendanceString'),
} as const satisfies Record<string, B2bName>;

export type B2bElement = keyof typeof b2bNames;
/** A name as it is written. */
export const b2b = (element: B2bElement): string => b2bNames[element].name;
