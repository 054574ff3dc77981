import type { Address, Email, Phone } from '@rollbook/model';
import { defineOfficerLayout } from './officer-layout.js';

const list = (values: readonly string[] | undefined): string | undefined => values?.join('; ');
const phones = (values: readonly Phone[] | undefined): string | undefined =>
  list(values?.map(({ number, type }) => (type === undefined ? number : `${type}: ${number}`)));
const emails = (values: readonly Email[] | undefined): string | undefined =>
  list(values?.map(({ address }) => address));

/** An address in columns: by the parts of BS 7666 where there are such, else by lines. */
const addressColumns: readonly {
  readonly heading: string;
  readonly cell: (record: { address?: Address | undefined }) => string | undefined;
}[] = [
  { heading: 'UPRN', cell: ({ address }) => address?.uprn },
  { heading: 'SAON', cell: ({ address }) => address?.saon },
  { heading: 'PAON', cell: ({ address }) => address?.paon },
  { heading: 'Street', cell: ({ address }) => address?.street },
  { heading: 'Locality', cell: ({ address }) => address?.locality },
  { heading: 'Town', cell: ({ address }) => address?.town },
  { heading: 'PostTown', cell: ({ address }) => address?.postTown },
  { heading: 'County', cell: ({ address }) => address?.county },
  { heading: 'AddressLines', cell: ({ address }) => list(address?.lines) },
  { heading: 'Postcode', cell: ({ address }) => address?.postcode },
];

const pupils = defineOfficerLayout({
  id: 'pupils',
  title: 'Pupils',
  kind: 'pupil',
  columns: [
    { heading: 'MiddleNames', cell: ({ middleNames }) => middleNames },
    { heading: 'PreferredSurname', cell: ({ preferredSurname }) => preferredSurname },
    { heading: 'PreferredForename', cell: ({ preferredForename }) => preferredForename },
    { heading: 'FormerSurnames', cell: ({ formerSurnames }) => list(formerSurnames) },
    { heading: 'FormerUPNs', cell: ({ formerUpns }) => list(formerUpns) },
    { heading: 'ULN', cell: ({ uln }) => uln },
    { heading: 'Ethnicity', cell: ({ ethnicity }) => ethnicity },
    {
      heading: 'Languages',
      cell: ({ languages }) => list(languages?.map(({ code, type }) => (type ? `${type}: ${code}` : code))),
    },
    { heading: 'Religion', cell: ({ religion }) => religion },
    { heading: 'Disabilities', cell: ({ disabilities }) => list(disabilities) },
    { heading: 'MedicalFlag', cell: ({ medicalFlag }) => medicalFlag },
    ...addressColumns,
    { heading: 'Phones', cell: (pupil) => phones(pupil.phones) },
    { heading: 'Emails', cell: (pupil) => emails(pupil.emails) },
  ],
});

const contacts = defineOfficerLayout({
  id: 'contacts',
  title: 'Contacts',
  kind: 'contact',
  columns: [
    { heading: 'ContactGUID', cell: ({ key }, { contactGuids }) => contactGuids.get(key) },
    { heading: 'Order', cell: ({ priority }) => priority },
    { heading: 'ContactTitle', cell: ({ title }) => title },
    { heading: 'ContactSurname', cell: ({ surname }) => surname },
    { heading: 'ContactForename', cell: ({ forename }) => forename },
    { heading: 'Relationship', cell: ({ relationship }) => relationship },
    { heading: 'ParentalResponsibility', cell: ({ parentalResponsibility }) => parentalResponsibility },
    { heading: 'CourtOrder', cell: ({ courtOrder }) => courtOrder },
    { heading: 'LivesWithPupil', cell: ({ livesWithPupil }) => livesWithPupil },
    ...addressColumns,
    { heading: 'Phones', cell: (contact) => phones(contact.phones) },
    { heading: 'Emails', cell: (contact) => emails(contact.emails) },
  ],
});

const enrolments = defineOfficerLayout({
  id: 'enrolments',
  title: 'School history',
  kind: 'enrolment',
  columns: [
    { heading: 'SchoolAttended', cell: ({ attended, attendedUrn }) => attended ?? attendedUrn },
    { heading: 'SchoolName', cell: ({ attendedName }) => attendedName },
    { heading: 'Current', cell: ({ current }) => current },
    { heading: 'EnrolmentStatus', cell: ({ status }) => status },
    { heading: 'EntryDate', cell: ({ entryDate }) => entryDate },
    { heading: 'LeavingDate', cell: ({ leavingDate }) => leavingDate },
    { heading: 'LeavingReason', cell: ({ leavingReason }) => leavingReason },
    { heading: 'NCYear', cell: ({ yearGroup }) => yearGroup },
    { heading: 'RegistrationGroup', cell: ({ registrationGroup }) => registrationGroup },
    { heading: 'AdmissionNumber', cell: ({ admissionNumber }) => admissionNumber },
    { heading: 'PartTime', cell: ({ partTime }) => partTime },
  ],
});

const senProvisions = defineOfficerLayout({
  id: 'sen-provisions',
  title: 'SEN provision',
  kind: 'sen-provision',
  columns: [
    { heading: 'Provision', cell: ({ provision }) => provision },
    { heading: 'StartDate', cell: ({ startDate }) => startDate },
    { heading: 'EndDate', cell: ({ endDate }) => endDate },
  ],
});

const senNeeds = defineOfficerLayout({
  id: 'sen-needs',
  title: 'SEN needs',
  kind: 'sen-need',
  columns: [
    { heading: 'Rank', cell: ({ rank }) => rank },
    { heading: 'Need', cell: ({ need }) => need },
    { heading: 'StartDate', cell: ({ startDate }) => startDate },
    { heading: 'EndDate', cell: ({ endDate }) => endDate },
  ],
});

const exclusions = defineOfficerLayout({
  id: 'exclusions',
  title: 'Suspensions and exclusions',
  kind: 'exclusion',
  columns: [
    { heading: 'Category', cell: ({ category }) => category },
    { heading: 'Reason1', cell: ({ reasons }) => reasons?.[0] },
    { heading: 'Reason2', cell: ({ reasons }) => reasons?.[1] },
    { heading: 'Reason3', cell: ({ reasons }) => reasons?.[2] },
    { heading: 'StartDate', cell: ({ startDate }) => startDate },
    { heading: 'StartSession', cell: ({ startSession }) => startSession },
    { heading: 'EndDate', cell: ({ endDate }) => endDate },
    { heading: 'EndSession', cell: ({ endSession }) => endSession },
    { heading: 'Sessions', cell: ({ sessions }) => sessions },
  ],
});

const attendance = defineOfficerLayout({
  id: 'attendance',
  title: 'Attendance, summed up',
  kind: 'attendance-summary',
  columns: [
    { heading: 'AcademicYear', cell: ({ academicYear }) => academicYear },
    { heading: 'Term', cell: ({ term }) => term },
    { heading: 'StartDate', cell: ({ startDate }) => startDate },
    { heading: 'EndDate', cell: ({ endDate }) => endDate },
    { heading: 'SessionsPossible', cell: ({ sessionsPossible }) => sessionsPossible },
    { heading: 'SessionsAttended', cell: ({ sessionsAttended }) => sessionsAttended },
    { heading: 'SessionsAuthorised', cell: ({ sessionsAuthorised }) => sessionsAuthorised },
    { heading: 'SessionsUnauthorised', cell: ({ sessionsUnauthorised }) => sessionsUnauthorised },
  ],
});

const marks = defineOfficerLayout({
  id: 'attendance-marks',
  title: 'Attendance, session by session',
  kind: 'attendance-mark',
  columns: [
    { heading: 'Date', cell: ({ date }) => date },
    { heading: 'Session', cell: ({ session }) => session },
    { heading: 'Mark', cell: ({ code }) => code },
    { heading: 'MinutesLate', cell: ({ minutesLate }) => minutesLate },
  ],
});

const results = defineOfficerLayout({
  id: 'results',
  title: 'Results',
  kind: 'assessment-result',
  columns: [
    { heading: 'Stage', cell: ({ stage }) => stage },
    { heading: 'AcademicYear', cell: ({ academicYear }) => academicYear },
    { heading: 'Subject', cell: ({ subject }) => subject },
    { heading: 'Method', cell: ({ method }) => method },
    { heading: 'Component', cell: ({ component }) => component },
    { heading: 'ResultQualifier', cell: ({ resultQualifier }) => resultQualifier },
    { heading: 'Result', cell: ({ result }) => result },
    { heading: 'ResultDate', cell: ({ resultDate }) => resultDate },
  ],
});

const lookedAfter = defineOfficerLayout({
  id: 'looked-after',
  title: 'Looked after',
  kind: 'looked-after',
  columns: [
    { heading: 'InCare', cell: ({ inCare }) => inCare },
    { heading: 'CareAuthority', cell: ({ careAuthority }) => careAuthority },
    { heading: 'StartDate', cell: ({ startDate }) => startDate },
    { heading: 'EndDate', cell: ({ endDate }) => endDate },
    { heading: 'PostLookedAfter', cell: ({ postLookedAfter }) => postLookedAfter },
  ],
});

const freeSchoolMeals = defineOfficerLayout({
  id: 'free-school-meals',
  title: 'Free school meals',
  kind: 'fsm-spell',
  columns: [
    { heading: 'Eligible', cell: ({ eligible }) => eligible },
    { heading: 'StartDate', cell: ({ startDate }) => startDate },
    { heading: 'EndDate', cell: ({ endDate }) => endDate },
    { heading: 'Country', cell: ({ country }) => country },
    { heading: 'ReviewDate', cell: ({ reviewDate }) => reviewDate },
  ],
});

/** The files for an officer, by id: their headings are fixed, and a change of them is a new major version. */
export const officerLayouts = {
  pupils,
  contacts,
  enrolments,
  'sen-provisions': senProvisions,
  'sen-needs': senNeeds,
  exclusions,
  attendance,
  'attendance-marks': marks,
  results,
  'looked-after': lookedAfter,
  'free-school-meals': freeSchoolMeals,
} as const;

export type OfficerLayoutId = keyof typeof officerLayouts;
export const officerLayoutIds = Object.keys(officerLayouts) as OfficerLayoutId[];
