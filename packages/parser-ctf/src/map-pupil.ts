import {
  type AdmissionApplication,
  admissionApplicationKey,
  joinKey,
  normaliseUpn,
  type Pupil,
  pupilKey,
  type PupilLanguage,
  type Unreadable,
} from '@rollbook/model';
import { elementToJson, type XmlElement, type XmlRecord } from '@rollbook/parser-kit';
import { elementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import { mapAssessments } from './map-assessments.js';
import { mapAttendance } from './map-attendance.js';
import { mapFsmHistory, mapLookedAfter, mapPupilPremium, mapServiceChild } from './map-characteristics.js';
import { mapContacts } from './map-contacts.js';
import { type CurrentRegistration, mapEnrolments } from './map-enrolments.js';
import { mapSenHistory, mapSenNeeds } from './map-sen.js';
import type { PupilContext } from './pupil-context.js';
import { readAddress, readEmail, readPhones } from './read-person.js';

/** Containers whose content becomes records of its own, once the pupil's key is known. */
const RECORD_CONTAINERS: ReadonlyMap<string, (context: PupilContext, element: XmlElement) => void> = new Map([
  ['FSMhistory', mapFsmHistory],
  ['LookedAfter', mapLookedAfter],
  ['ServiceChild', mapServiceChild],
  ['PupilPremium', mapPupilPremium],
  ['SENhistory', mapSenHistory],
  ['SENneeds', mapSenNeeds],
  ['Contacts', mapContacts],
  ['Attendance', mapAttendance],
  ['StageAssessments', mapAssessments],
]);

interface PupilTarget extends CurrentRegistration {
  readonly pupil: Pupil;
  serviceChild: XmlElement | undefined;
  admissions: XmlElement | undefined;
  accept: string | undefined;
}

type PupilText =
  'uln' | 'uci' | 'surname' | 'forename' | 'middleNames' | 'preferredSurname' | 'preferredForename';

function text(field: PupilText): ReadField<PupilTarget> {
  return ({ pupil }, element, draft) => {
    const value = draft.text(element, field);
    if (value !== undefined) pupil[field] = value;
  };
}

function code(field: 'ethnicity' | 'ethnicitySource'): ReadField<PupilTarget> {
  return ({ pupil }, element, draft) => {
    const value = draft.code(element, field);
    if (value !== undefined) pupil[field] = value;
  };
}

/** A UPN is kept when its check letter is wrong too: rules judge it. */
function upn(element: XmlElement, draft: PupilContext['pupil'], field: string): string | undefined {
  const sent = draft.text(element, field);
  if (sent === undefined) return undefined;
  const value = normaliseUpn(sent);
  if (value !== sent) draft.sent(field, element.text);
  return value;
}

/** `Sex`, and before it `Gender`; the first of the two counts. */
const readSex: ReadField<PupilTarget> = ({ pupil }, element, draft) => {
  if (pupil.sex !== undefined) {
    draft.keep(element);
    return;
  }
  const sex = draft.code(element, 'sex');
  if (sex !== undefined) pupil.sex = sex;
};

interface LanguageTarget {
  readonly position: number;
  code: string | undefined;
  type: string | undefined;
}

const LANGUAGE_FIELDS = elementFields<LanguageTarget>({
  LanguageType: (language, element, draft) => {
    language.type = draft.code(element, `languages.${language.position}.type`);
  },
  Language: (language, element, draft) => {
    language.code = draft.code(element, `languages.${language.position}.code`);
  },
});

const LANGUAGES_FIELDS = elementFields<PupilLanguage[]>(
  {},
  {
    Type: (languages, element, draft) => {
      const target: LanguageTarget = { position: languages.length, code: undefined, type: undefined };
      readContainer(element, LANGUAGE_FIELDS, target, draft);
      const { code: language, type } = target;
      if (language === undefined) {
        if (type !== undefined) draft.keep(element);
      } else languages.push(type === undefined ? { code: language } : { code: language, type });
    },
  },
);

const DISABILITIES_FIELDS = elementFields<string[]>(
  {},
  {
    Disability: (disabilities, element, draft) => {
      const disability = draft.code(element, `disabilities.${disabilities.length}`);
      if (disability !== undefined) disabilities.push(disability);
    },
  },
);

const BASIC_FIELDS = elementFields<PupilTarget>(
  {
    PreferredSurname: text('preferredSurname'),
    PreferredForename: text('preferredForename'),
    // canonical records have a field for former surnames only
    FormerForename: (_, element, draft) => {
      draft.keep(element);
    },
    MiddleNames: text('middleNames'),
    NCyearActual: (target, element) => {
      target.yearGroup = element;
    },
    Ethnicity: code('ethnicity'),
    EthnicitySource: code('ethnicitySource'),
    Languages: ({ pupil }, element, draft) => {
      const languages: PupilLanguage[] = [];
      readContainer(element, LANGUAGES_FIELDS, languages, draft);
      if (languages.length > 0) pupil.languages = languages;
    },
    MedicalFlag: ({ pupil }, element, draft) => {
      const flag = draft.flag(element, 'medicalFlag');
      if (flag !== undefined) pupil.medicalFlag = flag;
    },
    Disabilities: ({ pupil }, element, draft) => {
      const disabilities: string[] = [];
      readContainer(element, DISABILITIES_FIELDS, disabilities, draft);
      if (disabilities.length > 0) pupil.disabilities = disabilities;
    },
    EnrolStatus: (target, element) => {
      target.status = element;
    },
    ServiceChild: (target, element) => {
      target.serviceChild = element;
    },
  },
  {
    FormerUPN: ({ pupil }, element, draft) => {
      const former = upn(element, draft, `formerUpns.${pupil.formerUpns?.length ?? 0}`);
      if (former !== undefined) (pupil.formerUpns ??= []).push(former);
    },
    FormerSurname: ({ pupil }, element, draft) => {
      const former = draft.text(element, `formerSurnames.${pupil.formerSurnames?.length ?? 0}`);
      if (former !== undefined) (pupil.formerSurnames ??= []).push(former);
    },
  },
);

function later(): void {
  // read when the pupil's key is known
}

const PUPIL_SINGLE: Readonly<Record<string, ReadField<PupilTarget>>> = {
  UPN: ({ pupil }, element, draft) => {
    const value = upn(element, draft, 'upn');
    if (value !== undefined) pupil.upn = value;
  },
  UniqueLearnerNumber: text('uln'),
  UCI: text('uci'),
  Surname: text('surname'),
  Forename: text('forename'),
  DOB: ({ pupil }, element, draft) => {
    const date = draft.date(element, 'birthDate');
    if (date !== undefined) pupil.birthDate = date;
  },
  Gender: readSex,
  Sex: readSex,
  BasicDetails: (target, element, draft) => {
    readContainer(element, BASIC_FIELDS, target, draft);
  },
  // what only Wales has
  NAWdetails: (_, element, draft) => {
    draft.keep(element);
  },
  Address: ({ pupil }, element, draft) => {
    const address = readAddress(element, draft);
    if (address !== undefined) pupil.address = address;
  },
  Phones: ({ pupil }, element, draft) => {
    const phones = readPhones(element, draft);
    if (phones !== undefined) pupil.phones = phones;
  },
};
const PUPIL_REPEATED: Readonly<Record<string, ReadField<PupilTarget>>> = {
  Email: ({ pupil }, element, draft) => {
    const email = readEmail(element, pupil.emails?.length ?? 0, draft);
    if (email !== undefined) (pupil.emails ??= []).push(email);
  },
  SchoolHistory: later,
  ...Object.fromEntries([...RECORD_CONTAINERS.keys()].map((name) => [name, later])),
};

const PUPIL_FIELDS = elementFields<PupilTarget>(PUPIL_SINGLE, PUPIL_REPEATED);

const ADMISSIONS_FIELDS = elementFields<PupilTarget>({
  Accept: (target, element, draft) => {
    target.accept = draft.code(element, 'outcome');
  },
});

/** What an ATF's pupil has beside. */
const ATF_PUPIL_FIELDS = elementFields<PupilTarget>(
  {
    ...PUPIL_SINGLE,
    ApplicationReference: (target, element, draft) => {
      const reference = draft.text(element, 'supplierIds.applicationReference');
      if (reference !== undefined) target.pupil.supplierIds = { applicationReference: reference };
    },
    Admissions: (target, element, draft) => {
      target.admissions = element;
      readContainer(element, ADMISSIONS_FIELDS, target, draft);
    },
  },
  PUPIL_REPEATED,
);

/** The application by which the child comes to the school that the file is for. */
function putApplication(context: PupilContext, element: XmlElement, target: PupilTarget): void {
  const applicationReference = target.pupil.supplierIds?.applicationReference;
  const preferredSchool = context.file.destination;
  const application: AdmissionApplication = {
    kind: 'admission-application',
    key: admissionApplicationKey(context.key, { applicationReference, preferredSchool }),
    pupilKey: context.key,
    provenance: context.provenance(target.admissions ?? element, context.path),
  };
  context.setSchool(application);
  if (applicationReference !== undefined) application.applicationReference = applicationReference;
  if (preferredSchool !== undefined) application.preferredSchool = preferredSchool;
  if (target.accept !== undefined) application.outcome = target.accept;
  context.file.out.push(application);
}

/** A pupil without a UPN and without a name, kept whole. */
function putUnreadable(context: PupilContext, { path, element }: XmlRecord): void {
  const record: Unreadable = {
    kind: 'unreadable',
    key: joinKey('pupil', path),
    provenance: context.provenance(element, path),
    intended: 'pupil',
    raw: elementToJson(element),
  };
  context.setSchool(record);
  context.file.out.push(record);
  context.pupil.issue('ctf-pupil-unreadable', element, 'upn');
  context.pupil.discard(record);
}

/** Reads a `Pupil` into its records, the pupil record first. */
export function mapPupil(context: PupilContext, record: XmlRecord): void {
  const { path, element } = record;
  context.beginPupil(element, path);
  const pupil: Pupil = { kind: 'pupil', key: '', provenance: context.provenance(element, path) };
  context.setSchool(pupil);
  const { admissions } = context.file.envelope;
  const target: PupilTarget = {
    pupil,
    yearGroup: undefined,
    status: undefined,
    serviceChild: undefined,
    admissions: undefined,
    accept: undefined,
  };
  readRecord(element, admissions ? ATF_PUPIL_FIELDS : PUPIL_FIELDS, target, context.pupil);
  const key = pupilKey({ ...pupil, supplierId: pupil.supplierIds?.applicationReference });
  if (key === undefined) {
    putUnreadable(context, record);
    return;
  }
  pupil.key = context.key = key;
  context.file.out.push(pupil);
  if (target.serviceChild !== undefined) mapServiceChild(context, target.serviceChild);
  for (const child of element.children) RECORD_CONTAINERS.get(child.name)?.(context, child);
  mapEnrolments(context, element, target);
  if (admissions) putApplication(context, element, target);
  context.pupil.complete(pupil);
}
