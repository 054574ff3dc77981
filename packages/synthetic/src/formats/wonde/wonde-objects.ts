import type {
  Address,
  CanonicalRecord,
  Contact,
  Enrolment,
  JsonValue,
  Pupil,
  SenNeed,
} from '@rollbook/model';
import type { SyntheticPupil, SyntheticSchool } from '../../school.js';

type Json = JsonValue;

const GENDERS: Readonly<Record<string, string>> = { F: 'FEMALE', M: 'MALE' };
/** Ids of attendance codes, by the code. */
const codeId = (code: string): string => `AC${Buffer.from(code).toString('hex')}`;

/** A day as Wonde writes it: midnight in London. */
function day(date: string | undefined): Json {
  return date === undefined
    ? null
    : { date: `${date} 00:00:00.000000`, timezone_type: 3, timezone: 'Europe/London' };
}

function ofKind<K extends CanonicalRecord['kind']>(
  { records }: SyntheticPupil,
  kind: K,
): Extract<CanonicalRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<CanonicalRecord, { kind: K }> => record.kind === kind);
}

/** Wonde's id of a pupil. */
export function wondeId({ index }: SyntheticPupil): string {
  return `A${1_749_000_000 + index}`;
}

/** Wonde has no address by lines: such a one is left out. */
function addresses(address: Address | undefined): Json {
  if (address?.paon === undefined) return null;
  const isNumber = /^\d/.test(address.paon);
  return {
    home: {
      house_number: isNumber ? address.paon : null,
      house_name: isNumber ? null : address.paon,
      apartment: address.saon ?? null,
      street: address.street ?? null,
      district: address.locality ?? null,
      town: address.town ?? null,
      county: address.county ?? null,
      country: address.country ?? null,
      postcode: address.postcode ?? null,
    },
    work: null,
    postal: null,
  };
}

function details(person: Pick<Pupil | Contact, 'phones' | 'emails' | 'address'>): Json {
  const numberOf = (type: string): string | null =>
    person.phones?.find((phone) => phone.type === type)?.number ?? null;
  const first = person.phones?.[0]?.number ?? null;
  const email = person.emails?.[0]?.address ?? null;
  return {
    data: {
      phones:
        first === null
          ? null
          : { phone: first, primary: first, home: numberOf('H'), work: numberOf('W'), mobile: numberOf('M') },
      emails: email === null ? null : { email, primary: email, home: null, work: null },
      addresses: addresses(person.address),
      salutation: null,
    },
  };
}

/** Without Wonde's ids: they would tell contacts apart in place of their names, which all other formats have. */
function contact(record: Contact): Json {
  return {
    title: record.title ?? null,
    surname: record.surname ?? null,
    forename: record.forename ?? null,
    middle_names: record.middleNames ?? null,
    gender: GENDERS[record.sex ?? ''] ?? null,
    relationship: {
      relationship: record.relationship ?? null,
      priority: record.priority ?? null,
      parental_responsibility: record.parentalResponsibility ?? null,
      lives_with_pupil: record.livesWithPupil ?? null,
    },
    contact_details: details(record),
  };
}

function currentOf(synthetic: SyntheticPupil): Enrolment | undefined {
  return ofKind(synthetic, 'enrolment').find(({ current }) => current === true);
}

function languageOf({ languages }: Pupil, type: string): string | null {
  return languages?.find((language) => language.type === type)?.code ?? null;
}

function need({ need: code, rank, startDate }: SenNeed): Json {
  return { code: code ?? null, rank: rank ?? null, start_date: day(startDate), end_date: null };
}

/**
 * A pupil with all includes. Free school meals, SEN status and pupil premium stay null: Wonde has them without dates,
 * which are what tells a spell from another.
 */
export function studentObject(synthetic: SyntheticPupil): Json {
  const { pupil, index } = synthetic;
  const enrolment = currentOf(synthetic);
  const [care] = ofKind(synthetic, 'looked-after');
  const [service] = ofKind(synthetic, 'service-child');
  const groups = [
    { type: 'REGISTRATION', name: enrolment?.registrationGroup },
    { type: 'HOUSE', name: enrolment?.house },
  ].filter(({ name }) => name !== undefined) as { type: string; name: string }[];
  return {
    id: wondeId(synthetic),
    upi: index.toString(16).padStart(32, '0'),
    mis_id: String(index + 1),
    title: null,
    initials: null,
    surname: pupil.preferredSurname ?? pupil.surname ?? null,
    forename: pupil.preferredForename ?? pupil.forename ?? null,
    middle_names: pupil.middleNames ?? null,
    legal_surname: pupil.surname ?? null,
    legal_forename: pupil.forename ?? null,
    gender: GENDERS[pupil.sex ?? ''] ?? null,
    gender_identity: null,
    date_of_birth: day(pupil.birthDate),
    education_details: {
      data: {
        upn: pupil.upn ?? null,
        former_upn: pupil.formerUpns?.[0] ?? null,
        local_upn: null,
        learner_number: pupil.uln ?? null,
        admission_number: enrolment?.admissionNumber ?? null,
        current_nc_year: enrolment?.yearGroup ?? null,
        admission_date: day(enrolment?.entryDate),
        leaving_date: null,
        part_time: enrolment?.partTime ?? null,
        part_time_rate: null,
      },
    },
    extended_details: {
      data: {
        ethnicity: pupil.ethnicity ?? null,
        first_language: languageOf(pupil, 'F'),
        home_language: languageOf(pupil, 'H'),
        sen_status: null,
        free_school_meals: null,
        premium_pupil_indicator: null,
        in_lea_care: care?.inCare ?? null,
        service_children_indicator: service?.indicator ?? null,
        enrolment_status: enrolment?.status ?? null,
      },
    },
    contact_details: details(pupil),
    groups: { data: groups },
    sen_needs: { data: ofKind(synthetic, 'sen-need').map(need) },
    contacts: { data: ofKind(synthetic, 'contact').map(contact) },
  };
}

export function* markObjects(synthetic: SyntheticPupil): Generator<Json, void, undefined> {
  const student = wondeId(synthetic);
  for (const { date, session, code, minutesLate, comment } of ofKind(synthetic, 'attendance-mark')) {
    yield {
      student,
      date,
      session,
      attendance_code: { data: { id: codeId(code), code } },
      minutes_late: minutesLate ?? 0,
      comment: comment ?? null,
    };
  }
}

export function* exclusionObjects(synthetic: SyntheticPupil): Generator<Json, void, undefined> {
  const student = wondeId(synthetic);
  for (const record of ofKind(synthetic, 'exclusion')) {
    yield {
      student,
      type: record.category ?? null,
      reasons: record.reasons ?? [],
      start_date: day(record.startDate),
      end_date: day(record.endDate),
      start_session: record.startSession ?? null,
      end_session: record.endSession ?? null,
      sessions: record.sessions ?? null,
      comment: record.comment ?? null,
    };
  }
}

export function schoolObject({ record }: SyntheticSchool): Json {
  return {
    id: 'A1',
    name: record.name ?? null,
    establishment_number: record.establishment ?? null,
    urn: Number(record.urn),
    la_code: record.la ?? null,
    phase_of_education: null,
    timezone: 'Europe/London',
    mis: null,
    address: null,
    extended: null,
    region: null,
  };
}
