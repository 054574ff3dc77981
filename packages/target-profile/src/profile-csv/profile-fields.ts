import type { PupilWithRecords } from '@rollbook/loader';
import { academicYearOf, type Contact, type YouthParticipation } from '@rollbook/model';
import { activityOn } from '../snapshot/activity-on.js';
import { attendedSchool, enrolmentOn } from '../snapshot/enrolment-on.js';
import { compareText, recordsOf } from '../snapshot/records-of.js';
import { isTellingActivity } from '../snapshot/sensitive-activities.js';
import { sendOn } from '../snapshot/send-on.js';

/** How near to a child a value is. `special` is written only where an agreement names it, `address` unless it is protected. */
export type ProfilePrivacy = 'plain' | 'address' | 'special';

export interface ProfileField {
  readonly title: string;
  readonly privacy: ProfilePrivacy;
  /** Dates are `YYYY-MM-DD`; the layout says how they are written. */
  readonly isDate?: true;
  readonly of: (pupil: PupilWithRecords, date: string) => string | undefined;
}

const plain = (title: string, of: ProfileField['of']): ProfileField => ({ title, privacy: 'plain', of });
const day = (title: string, of: ProfileField['of']): ProfileField => ({ ...plain(title, of), isDate: true });
const address = (title: string, of: ProfileField['of']): ProfileField => ({ title, privacy: 'address', of });
const special = (title: string, of: ProfileField['of']): ProfileField => ({ title, privacy: 'special', of });

const enrolment = (one: PupilWithRecords, date: string) =>
  enrolmentOn(recordsOf(one.records, 'enrolment'), date);
const activity = (one: PupilWithRecords, date: string): YouthParticipation | undefined =>
  activityOn(recordsOf(one.records, 'youth-participation'), date);

/** The latest that is told by a participation record, by the day that it begins. */
function told(
  one: PupilWithRecords,
  date: string,
  field: 'intendedDestination' | 'guaranteeStatus',
): string | undefined {
  return recordsOf(one.records, 'youth-participation')
    .filter(
      (record) => record[field] !== undefined && (record.startDate ?? record.dateAscertained ?? '') <= date,
    )
    .sort((a, b) => compareText(b.startDate ?? b.dateAscertained, a.startDate ?? a.dateAscertained))[0]?.[
    field
  ];
}

function firstContact(one: PupilWithRecords): Contact | undefined {
  return recordsOf(one.records, 'contact').sort((a, b) => (a.priority ?? 99) - (b.priority ?? 99))[0];
}

/** Sessions of the school year of the day: attended of possible, in per cent with one decimal. */
function attendance(one: PupilWithRecords, date: string): string | undefined {
  const year = academicYearOf(date);
  let possible = 0;
  let attended = 0;
  for (const record of recordsOf(one.records, 'attendance-summary')) {
    if (record.academicYear !== year) continue;
    possible += record.sessionsPossible ?? 0;
    attended += record.sessionsAttended ?? 0;
  }
  return possible === 0 ? undefined : ((attended / possible) * 100).toFixed(1);
}

/** Suspensions and exclusions that began in the school year of the day. */
function exclusions(one: PupilWithRecords, date: string): string | undefined {
  // Of a pupil without any nobody knows whether they were ever sent.
  if (recordsOf(one.records, 'exclusion').length === 0) return undefined;
  const year = academicYearOf(date);
  const count = recordsOf(one.records, 'exclusion').filter(
    ({ startDate }) => startDate !== undefined && startDate <= date && academicYearOf(startDate) === year,
  ).length;
  return String(count);
}

function freeMeals(one: PupilWithRecords, date: string): string | undefined {
  if (recordsOf(one.records, 'fsm-spell').length === 0) return undefined;
  const eligible = recordsOf(one.records, 'fsm-spell').some(
    ({ startDate = '', endDate, eligible: says }) =>
      says !== false && startDate <= date && (endDate === undefined || endDate >= date),
  );
  return eligible ? 'Y' : 'N';
}

/**
 * What a column may hold. The list of what youth services want of schools is general practice (unconfirmed); Profile's own
 * import isn't public.
 */
export const profileFields = {
  upn: plain('UPN', ({ pupil }) => pupil.upn),
  uln: plain('ULN', ({ pupil }) => pupil.uln),
  guid: plain('The person’s GUID', ({ guid }) => guid ?? undefined),
  youngPersonId: plain(
    'Young person id',
    (one, date) => activity(one, date)?.youngPersonId ?? one.pupil.supplierIds?.youngPersonId,
  ),
  surname: plain('Legal surname', ({ pupil }) => pupil.surname),
  forename: plain('Legal forename', ({ pupil }) => pupil.forename),
  middleNames: plain('Middle names', ({ pupil }) => pupil.middleNames),
  preferredSurname: plain('Preferred surname', ({ pupil }) => pupil.preferredSurname),
  preferredForename: plain('Preferred forename', ({ pupil }) => pupil.preferredForename),
  birthDate: day('Date of birth', ({ pupil }) => pupil.birthDate),
  sex: plain('Sex', ({ pupil }) => pupil.sex),
  school: plain('LAESTAB of the school', (one, date) => {
    const found = enrolment(one, date);
    return found ? attendedSchool(found) : (one.school ?? undefined);
  }),
  yearGroup: plain('NC year', (one, date) => enrolment(one, date)?.yearGroup),
  registrationGroup: plain('Registration group', (one, date) => enrolment(one, date)?.registrationGroup),
  entryDate: day('Date of entry', (one, date) => enrolment(one, date)?.entryDate),
  leavingDate: day('Date of leaving', (one, date) => lastLeaving(one, date)?.leavingDate),
  // It may say that a pupil was excluded.
  leavingReason: special('Reason for leaving', (one, date) => lastLeaving(one, date)?.leavingReason),
  attendancePercent: plain('Attendance in the school year, per cent', attendance),
  addressLines: address('Address, lines with commas between', ({ pupil: { address: at } }) =>
    at === undefined
      ? undefined
      : [at.saon, at.paon, at.street, at.locality, ...(at.lines ?? [])]
          .filter((line) => line !== undefined)
          .join(', ') || undefined,
  ),
  town: address('Town', ({ pupil }) => pupil.address?.town ?? pupil.address?.postTown),
  county: address('County', ({ pupil }) => pupil.address?.county),
  postcode: address('Postcode', ({ pupil }) => pupil.address?.postcode),
  uprn: address('UPRN', ({ pupil }) => pupil.address?.uprn),
  phone: plain('Telephone', ({ pupil }) => pupil.phones?.[0]?.number),
  mobile: plain('Mobile telephone', ({ pupil }) => pupil.phones?.find(({ type }) => type === 'M')?.number),
  email: plain('E-mail', ({ pupil }) => pupil.emails?.[0]?.address),
  contactName: plain('First contact', (one) => {
    const contact = firstContact(one);
    return [contact?.forename, contact?.surname].filter((part) => part !== undefined).join(' ') || undefined;
  }),
  contactPhone: plain('Telephone of the first contact', (one) => firstContact(one)?.phones?.[0]?.number),
  /** Which of them tell of health, SEN, custody and the like is for the writer: {@link tellsTooMuch}. */
  activity: plain('Activity of the day', (one, date) => activity(one, date)?.activity),
  activityStart: day('Start of the activity', (one, date) => activity(one, date)?.startDate),
  provider: plain('Provider of the activity', (one, date) => activity(one, date)?.establishment),
  intendedDestination: plain('Intended destination', (one, date) => told(one, date, 'intendedDestination')),
  guaranteeStatus: plain('September Guarantee status', (one, date) => told(one, date, 'guaranteeStatus')),
  ethnicity: special('Ethnicity', ({ pupil }) => pupil.ethnicity),
  senProvision: special('SEN provision', (one, date) => {
    if (recordsOf(one.records, 'sen-provision').length === 0) return undefined;
    const { sendFlag, senSupportFlag } = sendOn(recordsOf(one.records, 'sen-provision'), date);
    return sendFlag === 'Y' ? 'E' : senSupportFlag === 'Y' ? 'K' : 'N';
  }),
  freeSchoolMeals: special('Free school meals', freeMeals),
  exclusions: special('Suspensions and exclusions in the school year', exclusions),
} as const satisfies Record<string, ProfileField>;

/** Fields that say what a young person does. */
export const activityFieldNames: ReadonlySet<string> = new Set(['activity', 'activityStart', 'provider']);

/** Whether the activity of the day tells of health, SEN, custody, asylum or family: special categories, or near them. */
export function tellsTooMuch(one: PupilWithRecords, date: string): boolean {
  return isTellingActivity(activity(one, date)?.activity);
}

export type ProfileFieldName = keyof typeof profileFields;

function lastLeaving(one: PupilWithRecords, date: string) {
  return recordsOf(one.records, 'enrolment')
    .filter(
      ({ leavingDate, current }) => leavingDate !== undefined && leavingDate <= date && current !== false,
    )
    .sort((a, b) => compareText(b.leavingDate, a.leavingDate))[0];
}
