import { isUln, isUpn, type JsonValue, normaliseUpn } from '@rollbook/model';
import { readYearGroup } from '@rollbook/parser-kit';
import { codeReaders } from './code-readers.js';
import { readContactDetails } from './contact-details.js';
import { includedList, includedObject, isNothing, type JsonObject, trimmed } from './json.js';
import type { PupilTarget } from './pupil-target.js';
import {
  keepMember,
  leaveOut,
  type Members,
  namesTo,
  passOver,
  type ReadMember,
  readMembers,
} from './read-members.js';
import type { RecordDraft } from './record-draft.js';

type Read = ReadMember<PupilTarget>;

/** The members of an include, under its name. */
function include(name: string, members: Members<PupilTarget>): [string, Read] {
  return [
    name,
    (target, value, draft) => {
      const details = includedObject(value);
      if (details === undefined) {
        draft.keepUnknown(name, value);
        return;
      }
      draft.prefix = target.registration.prefix = `${name}.`;
      readMembers(details, members, target, draft);
      draft.prefix = target.registration.prefix = '';
    },
  ];
}

function supplierId(name: string): [string, Read] {
  return [
    name,
    ({ pupil }, value) => {
      const id = trimmed(value);
      if (id !== undefined) (pupil.supplierIds ??= {})[name] = id;
    },
  ];
}

function name(
  member: string,
  field: 'surname' | 'forename' | 'legalSurname' | 'legalForename',
): [string, Read] {
  return [
    member,
    (target, value, draft) => {
      const text = draft.text(field, member, value);
      if (text !== undefined) target.names[field] = text;
    },
  ];
}

const upn: Read = ({ pupil }, value, draft, member) => {
  const text = draft.text('upn', member, value);
  if (text === undefined) return;
  pupil.upn = normaliseUpn(text);
  if (pupil.upn !== text) draft.sent('upn', text);
};

const formerUpn: Read = ({ pupil }, value, draft, member) => {
  for (const each of Array.isArray(value) ? value : [value]) {
    const text = draft.text('formerUpns', member, each);
    if (text === undefined) continue;
    const former = normaliseUpn(text);
    if (former !== text) draft.sent('formerUpns', text);
    (pupil.formerUpns ??= []).push(former);
  }
};

const learnerNumber: Read = ({ pupil }, value, draft, member) => {
  const text = draft.text('uln', member, value);
  if (text === undefined) return;
  if (isUln(text)) pupil.uln = text;
  else {
    draft.keep(member, value);
    draft.issue('wonde-uln-unreadable', 'uln', member, text);
  }
};

function readYear(target: PupilTarget, value: JsonValue, member: string): boolean {
  const { registration, enrolment } = target;
  const text = registration.text('yearGroup', member, value);
  if (text === undefined) return true;
  const year = readYearGroup(text);
  if (year === undefined) return false;
  if (enrolment.yearGroup !== undefined && enrolment.yearGroup !== year) return false;
  enrolment.yearGroup = year;
  target.registered = true;
  if (year !== text) registration.sent('yearGroup', text);
  return true;
}

const currentYear: Read = (target, value, _, member) => {
  delete target.enrolment.yearGroup;
  if (readYear(target, value, member)) return;
  target.registered = true;
  target.registration.fail('wonde-year-unreadable', 'yearGroup', member, value);
};

/** The year as a group: it only helps where `current_nc_year` says nothing, which may stand behind it. */
const yearInclude: Read = (target, value) => {
  target.year = value;
};

function settleYear(target: PupilTarget, draft: RecordDraft): void {
  const value = target.year;
  if (value === undefined) return;
  const group = includedObject(value);
  const code = group?.code ?? null;
  if (!isNothing(code) && readYear(target, code, 'year.data.code')) return;
  const label = group?.name ?? null;
  if (isNothing(label) || !readYear(target, label, 'year.data.name')) draft.keep('year', value);
}

function enrolmentDate(field: 'entryDate' | 'leavingDate'): Read {
  return (target, value, _, member) => {
    const day = target.registration.date(field, member, value);
    target.registered = true;
    if (day !== undefined) target.enrolment[field] = day;
  };
}

function group(field: 'registrationGroup' | 'house'): Read {
  return (target, value, draft, member) => {
    const object = includedObject(value);
    const text = trimmed(object === undefined ? value : (object.name ?? object.code));
    if (text === undefined) draft.keep(member, value);
    else {
      target.enrolment[field] = text;
      target.registered = true;
    }
  };
}

const GROUP_FIELDS: Readonly<Record<string, 'registrationGroup' | 'house'>> = {
  registration: 'registrationGroup',
  house: 'house',
};

/** Groups of the types that a registration has a field for; the others are kept. */
const groups: Read = (target, value, draft, member) => {
  const others: JsonObject[] = [];
  for (const each of includedList(value)) {
    const type = trimmed(each.type)?.toLowerCase() ?? '';
    const field = Object.hasOwn(GROUP_FIELDS, type) ? GROUP_FIELDS[type] : undefined;
    const text = trimmed(each.name) ?? trimmed(each.code);
    if (field === undefined || text === undefined || target.enrolment[field] !== undefined) others.push(each);
    else {
      target.enrolment[field] = text;
      target.registered = true;
    }
  }
  if (others.length > 0) draft.keep(member, others);
};

function language(type: 'F' | 'H'): Read {
  return ({ pupil }, value, draft, member) => {
    const code = draft.codeOf(codeReaders.language, `languages.${type}`, member, value);
    if (code === undefined) return;
    const list = (pupil.languages ??= []);
    if (type === 'F') list.unshift({ code, type });
    else list.push({ code, type });
  };
}

/** A flag that makes a record of its own. */
function flagOf(kind: 'fsm-spell' | 'looked-after' | 'pupil-premium', field: string): Read {
  return (target, value, _, member) => {
    const { fields, draft } = target.spell(kind);
    const flag = draft.flag(field, member, value);
    if (flag !== undefined) fields[field] = flag;
  };
}

const education: Members<PupilTarget> = new Map<string, Read>([
  ['upn', upn],
  ['former_upn', formerUpn],
  [
    'local_upn',
    (target, value, draft, member) => {
      target.localUpn = trimmed(value);
      draft.keep(member, value);
    },
  ],
  ['learner_number', learnerNumber],
  [
    'admission_number',
    (target, value, _, member) => {
      const text = target.registration.text('admissionNumber', member, value);
      if (text === undefined) return;
      target.enrolment.admissionNumber = text;
      target.registered = true;
    },
  ],
  ['current_nc_year', currentYear],
  ['admission_date', enrolmentDate('entryDate')],
  ['leaving_date', enrolmentDate('leavingDate')],
  [
    'part_time',
    (target, value, _, member) => {
      const flag = target.registration.flag('partTime', member, value);
      if (flag !== undefined) target.enrolment.partTime = flag;
      target.registered = true;
    },
  ],
  ['part_time_rate', (target, value, _, member) => target.registration.keep(member, value)],
]);

const extended: Members<PupilTarget> = new Map<string, Read>([
  [
    'sen_status',
    (target, value, _, member) => {
      const { fields, draft } = target.spell('sen-provision');
      const code = draft.codeOf(codeReaders.provision, 'provision', member, value);
      if (code !== undefined) fields.provision = code;
    },
  ],
  [
    'ethnicity',
    ({ pupil }, value, draft, member) => {
      const code = draft.codeOf(codeReaders.ethnicity, 'ethnicity', member, value);
      if (code !== undefined) pupil.ethnicity = code;
    },
  ],
  ['first_language', language('F')],
  ['home_language', language('H')],
  [
    'english_as_additional_language',
    ({ pupil }, value, draft, member) => {
      const flag = draft.flag('eal', member, value);
      if (flag !== undefined) pupil.eal = flag;
    },
  ],
  ['free_school_meals', flagOf('fsm-spell', 'eligible')],
  [
    'fsm_review_date',
    (target, value, _, member) => {
      const { fields, draft } = target.spell('fsm-spell');
      const day = draft.date('reviewDate', member, value);
      if (day !== undefined) fields.reviewDate = day;
    },
  ],
  ...namesTo<PupilTarget>(flagOf('pupil-premium', 'eligible'), 'premium_pupil_indicator', 'pupil_premium'),
  ['in_lea_care', flagOf('looked-after', 'inCare')],
  [
    'service_children_indicator',
    (target, value, _, member) => {
      const { fields, draft } = target.spell('service-child');
      const words = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
      const code = draft.codeOf(codeReaders.service, 'indicator', member, words);
      if (code !== undefined) fields.indicator = code;
      if (typeof value === 'boolean') draft.sent('indicator', String(value));
    },
  ],
  [
    'enrolment_status',
    (target, value, _, member) => {
      const { registration, enrolment } = target;
      const code = registration.codeOf(codeReaders.enrolmentStatus, 'status', member, value);
      if (code !== undefined) enrolment.status = code;
      target.registered = true;
    },
  ],
  [
    'religion',
    ({ pupil }, value, draft, member) => {
      const code = draft.codeOf(codeReaders.religion, 'religion', member, value);
      if (code !== undefined) pupil.religion = code;
    },
  ],
  ...namesTo<PupilTarget>(
    keepMember,
    'english_as_additional_language_status',
    'free_school_meals_6',
    'premium_pupil_notes',
    'ever_in_care',
    'in_care_details',
    'next_of_kin',
    'gifted_and_talented_status',
  ),
  ...namesTo<PupilTarget>(leaveOut, 'dietary_needs', 'paramedical_support'),
]);

/** Members of a pupil, with its includes. */
export const pupilMembers: Members<PupilTarget> = new Map<string, Read>([
  supplierId('id'),
  supplierId('upi'),
  supplierId('mis_id'),
  name('surname', 'surname'),
  name('forename', 'forename'),
  name('legal_surname', 'legalSurname'),
  name('legal_forename', 'legalForename'),
  [
    'middle_names',
    ({ pupil }, value, draft, member) => {
      const text = draft.text('middleNames', member, value);
      if (text !== undefined) pupil.middleNames = text;
    },
  ],
  [
    'gender',
    ({ pupil }, value, draft, member) => {
      const code = draft.codeOf(codeReaders.sex, 'sex', member, value);
      if (code !== undefined) pupil.sex = code;
    },
  ],
  [
    'gender_identity',
    ({ pupil }, value, draft, member) => {
      const text = draft.text('genderIdentity', member, value);
      if (text !== undefined) pupil.genderIdentity = text;
    },
  ],
  [
    'date_of_birth',
    ({ pupil }, value, draft, member) => {
      const day = draft.date('birthDate', member, value);
      if (day !== undefined) pupil.birthDate = day;
    },
  ],
  // Not its place by any document, but programs have it there
  [
    'upn',
    (target, value, draft, member) => {
      if (target.pupil.upn === undefined && isUpn(trimmed(value) ?? '')) upn(target, value, draft, member);
      else draft.keepUnknown(member, value);
    },
  ],
  include('education_details', education),
  include('extended_details', extended),
  ['contact_details', ({ pupil }, value, draft) => readContactDetails(value, pupil, draft)],
  ['contacts', ({ contacts }, value) => void contacts.push(...includedList(value))],
  ['sen_needs', ({ needs }, value) => void needs.push(...includedList(value))],
  ['results', ({ results }, value) => void results.push(...includedList(value))],
  ['groups', groups],
  ['year', yearInclude],
  ['registration_group', group('registrationGroup')],
  ['house', group('house')],
  ...namesTo<PupilTarget>(passOver, 'created_at', 'updated_at', 'restored_at'),
  ...namesTo<PupilTarget>(keepMember, 'title', 'initials', 'person_id', 'classes', 'attendance_summary'),
  ...namesTo<PupilTarget>(
    leaveOut,
    'photo',
    'doctors',
    'medical_conditions',
    'medical_events',
    'medical_notes',
  ),
]);

/** Settles what depends on several members. */
export function settlePupil(target: PupilTarget, draft: RecordDraft): void {
  settleYear(target, draft);
  const { pupil, names, localUpn } = target;
  const { surname, forename, legalSurname, legalForename } = names;
  const family = legalSurname ?? surname;
  const given = legalForename ?? forename;
  if (family !== undefined) pupil.surname = family;
  if (given !== undefined) pupil.forename = given;
  if (legalSurname !== undefined && surname !== undefined && surname !== legalSurname)
    pupil.preferredSurname = surname;
  if (legalForename !== undefined && forename !== undefined && forename !== legalForename)
    pupil.preferredForename = forename;
  if (pupil.upn === undefined && localUpn !== undefined && isUpn(normaliseUpn(localUpn))) {
    pupil.upn = normaliseUpn(localUpn);
    draft.sent('upn', localUpn);
  }
  // The same language twice says no more than once
  const { languages } = pupil;
  if (languages !== undefined && languages.length > 1 && languages[0]?.code === languages[1]?.code)
    languages.length = 1;
}
