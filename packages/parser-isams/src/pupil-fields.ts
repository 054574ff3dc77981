import type { Enrolment, Pupil } from '@rollbook/model';
import { normaliseUpn } from '@rollbook/model';
import { ethnicityTexts, languageTexts, religionTexts, sexTexts } from './code-texts.js';
import { elementJson } from './node.js';
import { addressParts, finishAddress, newAddress } from './read-address.js';
import { readFlag } from './read-values.js';
import type { FieldValue, RecordDraft } from './record-draft.js';
import { type Fields, type ReadElement, type ReadField, readFields } from './read-fields.js';

/** A pupil in the making, with the registration that stands in the same item. */
export interface PupilTarget {
  readonly pupil: Pupil;
  readonly enrolment: Enrolment;
  /** What was sent for the registration, and issues about it. */
  readonly registration: RecordDraft;
  houseId: string | undefined;
  /** -1 former, 0 to start, 1 current. */
  systemStatus: string | undefined;
}

type PupilText =
  'surname' | 'forename' | 'middleNames' | 'preferredForename' | 'preferredSurname' | 'uln' | 'uci';

function text(field: PupilText): ReadField<PupilTarget> {
  return ({ pupil }, value, draft) => {
    pupil[field] = draft.text(field, value);
  };
}

function supplierId(name: string): ReadField<PupilTarget> {
  return ({ pupil }, value) => {
    (pupil.supplierIds ??= {})[name] = value.text;
  };
}

function registrationText(field: 'registrationGroup' | 'house' | 'admissionNumber'): ReadField<PupilTarget> {
  return ({ enrolment, registration }, value) => {
    enrolment[field] = registration.text(field, value);
  };
}

function registrationDate(field: 'entryDate' | 'leavingDate'): ReadField<PupilTarget> {
  return ({ enrolment, registration }, value) => {
    const date = registration.date(field, value);
    if (date !== undefined) enrolment[field] = date;
  };
}

function phone(type: string): ReadField<PupilTarget> {
  return ({ pupil }, value, draft) => {
    const phones = (pupil.phones ??= []);
    phones.push({ number: draft.text(`phones.${phones.length}.number`, value), type });
  };
}

function email(type?: string): ReadField<PupilTarget> {
  return ({ pupil }, value, draft) => {
    const emails = (pupil.emails ??= []);
    const address = draft.text(`emails.${emails.length}.address`, value);
    emails.push(type === undefined ? { address } : { address, type });
  };
}

/** Names divided by commas, as one text or as several. */
function namesIn(value: FieldValue): FieldValue[] {
  return value.text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ ...value, text: name, raw: name }));
}

const languageNames: ReadField<PupilTarget> = ({ pupil }, value, draft) => {
  for (const name of namesIn(value)) {
    const languages = (pupil.languages ??= []);
    const code = draft.codeOf(languageTexts, `languages.${languages.length}.code`, name);
    // That the first is the first language is an inference: docs/formats/isams.md.
    if (code !== undefined) languages.push(languages.length === 0 ? { code, type: 'F' } : { code });
  }
};

const nationalityNames: ReadField<PupilTarget> = ({ pupil }, value, draft) => {
  for (const name of namesIn(value)) {
    const nationalities = (pupil.nationalities ??= []);
    const code = draft.code(`nationalities.${nationalities.length}`, name);
    if (code !== undefined) nationalities.push(code);
  }
};

/** `Boarder` and `Day`; what a `Day Boarder` is differs from school to school, so nothing is made of it. */
const pupilType: ReadField<PupilTarget> = ({ enrolment, registration }, value, draft) => {
  const boards = /board/i.test(value.text);
  const day = /\bday\b/i.test(value.text);
  if (boards === day) draft.keep(value.name, value.raw);
  else {
    enrolment.boarder = boards ? 'B' : 'N';
    registration.sent('boarder', value.raw);
  }
};

function code(field: 'ethnicity' | 'religion' | 'sex', texts: typeof sexTexts): ReadField<PupilTarget> {
  return ({ pupil }, value, draft) => {
    const found = draft.codeOf(texts, field, value);
    if (found !== undefined) pupil[field] = found;
  };
}

const house: ReadField<PupilTarget> = (target, value, draft) => {
  target.houseId = value.text;
  draft.keep(value.name, value.raw);
};

const pupilValues: ReadonlyMap<string, ReadField<PupilTarget>> = new Map<string, ReadField<PupilTarget>>([
  ['@id', supplierId('id')],
  ['id', supplierId('id')],
  ['@personid', supplierId('personId')],
  ['personid', supplierId('personId')],
  ['@personguid', supplierId('personGuid')],
  ['personguid', supplierId('personGuid')],
  ['schoolid', supplierId('schoolId')],
  ['candidatenumber', supplierId('candidateNumber')],
  ['schoolcode', registrationText('admissionNumber')],
  [
    'upn',
    ({ pupil }, value, draft) => {
      pupil.upn = normaliseUpn(value.text);
      if (pupil.upn !== value.raw) draft.sent('upn', value.raw);
    },
  ],
  ['uln', text('uln')],
  ['uniquelearnernumber', text('uln')],
  ['uci', text('uci')],
  ['surname', text('surname')],
  ['forename', text('forename')],
  ['middlename', text('middleNames')],
  ['middlenames', text('middleNames')],
  ['preferredname', text('preferredForename')],
  ['preferredforename', text('preferredForename')],
  ['preferredsurname', text('preferredSurname')],
  [
    'previousname',
    ({ pupil }, value, draft) => {
      pupil.formerSurnames = [draft.text('formerSurnames.0', value)];
    },
  ],
  ['gender', code('sex', sexTexts)],
  ['sex', code('sex', sexTexts)],
  [
    'dob',
    ({ pupil }, value, draft) => {
      const date = draft.date('birthDate', value);
      if (date !== undefined) pupil.birthDate = date;
    },
  ],
  [
    'ncyear',
    ({ enrolment, registration }, value) => {
      const year = registration.yearGroup('yearGroup', value);
      if (year !== undefined) enrolment.yearGroup = year;
    },
  ],
  ['form', registrationText('registrationGroup')],
  ['formgroup', registrationText('registrationGroup')],
  ['academichouse', registrationText('house')],
  ['@academichouseid', house],
  ['academichouseid', house],
  ['pupiltype', pupilType],
  ['boardingstatus', pupilType],
  ['enrolmentdate', registrationDate('entryDate')],
  ['leavingdate', registrationDate('leavingDate')],
  [
    'leavingreason',
    ({ enrolment, registration }, value) => {
      const reason = registration.code('leavingReason', value);
      if (reason !== undefined) enrolment.leavingReason = reason;
    },
  ],
  [
    'systemstatus',
    (target, value) => {
      target.systemStatus = value.text;
    },
  ],
  ['ethnicity', code('ethnicity', ethnicityTexts)],
  ['religion', code('religion', religionTexts)],
  ['nationalities', nationalityNames],
  ['nationality', nationalityNames],
  ['languages', languageNames],
  ['language', languageNames],
  [
    'birthcountry',
    ({ pupil }, value, draft) => {
      const country = draft.code('countryOfBirth', value);
      if (country !== undefined) pupil.countryOfBirth = country;
    },
  ],
  ['emailaddress', email()],
  ['schoolemailaddress', email('school')],
  ['personalemailaddress', email('personal')],
  ['mobilenumber', phone('M')],
  ['telephonenumber', phone('H')],
]);
/** Names of the REST API for the same. */
const sameAs: readonly (readonly [string, string])[] = [
  ['uniquepupilnumber', 'upn'],
  ['yeargroup', 'ncyear'],
];

const homeAddress: ReadElement<PupilTarget> = ({ pupil }, element, draft) => {
  if (pupil.address !== undefined) {
    draft.keep(element.name, elementJson(element));
    return;
  }
  const address = newAddress();
  for (const child of element.children) {
    const lower = child.name.toLowerCase();
    const value = { name: child.name, text: child.text.trim(), raw: child.text, element: child };
    if (lower === 'private') {
      // The school holds it back; who reads the record must see that.
      draft.keep('homeAddress.private', elementJson(child));
      if (readFlag(value.text) === true) draft.issue('isams-address-private', 'address');
      continue;
    }
    const read = addressParts.get(lower);
    if (read === undefined) draft.keepUnknown(`${element.name}.${child.name}`, elementJson(child), child);
    else if (value.text !== '') read(address, value, draft);
  }
  const finished = finishAddress(address);
  if (finished !== undefined) pupil.address = finished;
};

const fields: Fields<PupilTarget> = {
  values: new Map([
    ...pupilValues,
    ...sameAs.map(([name, as]) => [name, pupilValues.get(as) as ReadField<PupilTarget>] as const),
  ]),
  repeatable: new Set(['nationalities', 'nationality', 'languages', 'language']),
  elements: new Map([['homeaddresses', homeAddress]]),
  kept: new Set(
    (
      '@authorid,@boardinghouseid,@divisionid,@tutorid,boardinghouse,boardinghouseid,birthcounty,birthplace,country,' +
      'customfields,divisionid,divisionname,enrolmentschoolyear,enrolmentstatus,enrolmentterm,enrolmentyear,familyid,' +
      'fullname,futureschoolid,initials,isvisarequired,labelsalutation,lastupdated,latestphotoid,lettersalutation,' +
      'leavingyeargroup,officialname,residentcountry,title,tutor,tutoremployeeid,usercode,username'
    ).split(','),
  ),
};

export function readPupilFields(target: PupilTarget, draft: RecordDraft): void {
  readFields(draft.item.element, fields, target, draft);
}
