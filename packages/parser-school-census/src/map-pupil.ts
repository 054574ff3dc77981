import { joinKey, normaliseUpn, type Pupil, pupilKey, type Unreadable } from '@rollbook/model';
import { elementToJson, type XmlElement, type XmlRecord } from '@rollbook/parser-kit';
import { ElementFields, readContainer, readModule, type ReadField, readRecord } from './element-fields.js';
import { mapAttendance, mapAttendanceModule } from './map-attendance.js';
import {
  mapFsmEligible,
  mapFsmPeriods,
  mapLookedAfter,
  mapSenNeeds,
  mapSenProvision,
  mapServiceChild,
} from './map-characteristics.js';
import { earlyYearsItems, mapEarlyYears } from './map-early-years.js';
import { enrolmentItems, mapEnrolment } from './map-enrolment.js';
import { mapExclusions } from './map-exclusions.js';
import type { PupilContext } from './pupil-context.js';
import { type PupilTarget, pupilTarget } from './pupil-target.js';
import { readAddress } from './read-address.js';

/** Containers whose content becomes records of its own; by their names in lower case. */
const RECORD_CONTAINERS: ReadonlyMap<string, (context: PupilContext, element: XmlElement) => void> = new Map([
  ['fsmeligibility', mapFsmPeriods],
  ['fsmperiods', mapFsmPeriods],
  ['fsmhistory', mapFsmPeriods],
  ['senneeds', mapSenNeeds],
  ['exclusions', mapExclusions],
  ['termlyexclusions', mapExclusions],
  ['annualexclusions', mapExclusions],
  ['attendance', mapAttendance],
  ['termlyattendance', mapAttendanceModule],
  ['summerhalfterm2attendance', mapAttendanceModule],
  ['annualattendance', mapAttendanceModule],
]);

/** Modules and items that canonical records have no field for: docs/formats/school-census.md. */
const KEPT = [
  'YSSA',
  'Connexions',
  'TopUpFunding',
  'SchoolLunchTaken',
  'YoungCarer',
  'KinshipCare',
  'ProficiencyInEnglish',
  'UnitContactTime',
  'SENunitIndicator',
  'ResourcedProvisionIndicator',
  'FTEmp',
  'QualHrs',
  'NonQualHrs',
  'QualHrsPreviousYear',
  'NonQualHrsPreviousYear',
  'TLevelQualHrs',
  'TLevelNonQualHrs',
  'MathsGCSEHighestPriorAttainment',
  'MathsGCSEHighestPriorAttainmentPreviousYear',
  'MathsGCSEPriorAttainmentYearGroup',
  'MathsGCSEPriorAttainmentYear11',
  'MathsGCSEFundingExemption',
  'EnglishGCSEHighestPriorAttainment',
  'EnglishGCSEHighestPriorAttainmentPreviousYear',
  'EnglishGCSEPriorAttainmentYearGroup',
  'EnglishGCSEPriorAttainmentYear11',
  'EnglishGCSEFundingExemption',
  'ModeOfTravel',
  'GiftedTalented',
  'LearnerSupport',
  'LearningAims',
  'ProgrammeAims',
  'LearnerFAM',
  'LearnerFAMs',
  'WorkPlacement',
  'WorkPlacements',
  'APprovisionDetail',
  'SchoolArrangedAPDetail',
  'SchoolArrangedAPDetails',
];

const keep: ReadField<PupilTarget> = (_, element, draft) => {
  draft.keep(element);
};

type PupilText = 'uln' | 'surname' | 'forename' | 'middleNames' | 'preferredSurname' | 'preferredForename';

function text(field: PupilText): ReadField<PupilTarget> {
  return ({ pupil }, element, draft) => {
    const value = draft.text(element, field);
    if (value !== undefined) pupil[field] = value;
  };
}

function code(field: 'ethnicity' | 'ethnicitySource' | 'countryOfBirth'): ReadField<PupilTarget> {
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

const NATIONALITY_FIELDS = new ElementFields<PupilTarget>(
  {},
  {
    Nationality: ({ pupil }, element, draft) => {
      const nationality = draft.code(element, `nationalities.${pupil.nationalities?.length ?? 0}`);
      if (nationality !== undefined) (pupil.nationalities ??= []).push(nationality);
    },
  },
);

const readNationalities: ReadField<PupilTarget> = (target, element, draft) => {
  readContainer(element, NATIONALITY_FIELDS, target, draft);
};

/** The home address comes first; others are kept. */
const address: ReadField<PupilTarget> = ({ pupil }, element, draft) => {
  if (pupil.address !== undefined) {
    draft.keep(element);
    return;
  }
  const read = readAddress(element, draft);
  if (read !== undefined) pupil.address = read;
};

type Single = 'senProvision' | 'serviceChild' | 'inCare' | 'postLookedAfter' | 'fsmEligible';

function putBy(field: Single): ReadField<PupilTarget> {
  return (target, element, draft) => {
    if (target[field] === undefined) target[field] = draft.putBy(element);
    else draft.keepRepeated(element);
  };
}

const enrolment: ReadField<PupilTarget> = (target, element, draft) => {
  target.enrolment.push(draft.putBy(element));
};

const earlyYears: ReadField<PupilTarget> = (target, element, draft) => {
  target.earlyYears.push(draft.putBy(element));
};

const later: ReadField<PupilTarget> = (target, element, draft) => {
  target.containers.push(draft.putBy(element));
};

const module: ReadField<PupilTarget> = (target, element, draft) => {
  readModule(element, PUPIL_FIELDS, target, draft);
};

function each<T>(names: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/**
 * All items of a pupil, in whichever module they stand: modules were cut differently over the years, and not every
 * document of them is public.
 */
const PUPIL_FIELDS: ElementFields<PupilTarget> = new ElementFields<PupilTarget>(
  {
    UPN: ({ pupil }, element, draft) => {
      const value = upn(element, draft, 'upn');
      if (value !== undefined) pupil.upn = value;
    },
    UniqueLearnerNumber: text('uln'),
    Surname: text('surname'),
    Forename: text('forename'),
    MiddleNames: text('middleNames'),
    PreferredSurname: text('preferredSurname'),
    PreferredForename: text('preferredForename'),
    DOB: ({ pupil }, element, draft) => {
      const date = draft.date(element, 'birthDate');
      if (date !== undefined) pupil.birthDate = date;
    },
    Sex: readSex,
    Gender: readSex,
    Ethnicity: code('ethnicity'),
    EthnicitySource: code('ethnicitySource'),
    Language: ({ pupil }, element, draft) => {
      const language = draft.code(element, 'languages.0.code');
      if (language !== undefined) pupil.languages = [{ code: language }];
    },
    CountryOfBirth: code('countryOfBirth'),
    ServiceChild: putBy('serviceChild'),
    InCare: putBy('inCare'),
    PLAA: putBy('postLookedAfter'),
    PostLookedAfterArrangements: putBy('postLookedAfter'),
    AdoptedFromCare: putBy('postLookedAfter'),
    SENprovision: putBy('senProvision'),
    FSMeligible: putBy('fsmEligible'),
    ...each(enrolmentItems, enrolment),
    ...each(
      earlyYearsItems.filter((name) => name !== 'fundingbasis'),
      earlyYears,
    ),
  },
  {
    PupilIdentifiers: module,
    PupilCharacteristics: module,
    PupilStatus: module,
    SpecialEducationalNeeds: module,
    HomeInformation: module,
    Addresses: module,
    FundingBasisItems: module,
    FundingBases: module,
    FundingBasis: (target, element, draft) => {
      // an item in some versions, a container of items in others
      (element.children.length > 0 ? module : earlyYears)(target, element, draft);
    },
    FormerUPN: ({ pupil }, element, draft) => {
      const former = upn(element, draft, `formerUpns.${pupil.formerUpns?.length ?? 0}`);
      if (former !== undefined) (pupil.formerUpns ??= []).push(former);
    },
    FormerSurname: ({ pupil }, element, draft) => {
      const former = draft.text(element, `formerSurnames.${pupil.formerSurnames?.length ?? 0}`);
      if (former !== undefined) (pupil.formerSurnames ??= []).push(former);
    },
    Nationalities: readNationalities,
    PupilNationalities: readNationalities,
    Address: address,
    ...each(KEPT, keep),
    ...each([...RECORD_CONTAINERS.keys()], later),
  },
);

/** A pupil without a UPN and without a name, kept whole. */
function putUnreadable(context: PupilContext, { path, element }: XmlRecord): void {
  const record: Unreadable = {
    kind: 'unreadable',
    key: joinKey('pupil', path),
    provenance: context.pupilProvenance(element),
    intended: 'pupil',
    raw: elementToJson(element),
  };
  context.file.setSchool(record);
  context.file.out.push(record);
  context.pupil.issue('census-pupil-unreadable', element, 'upn');
  context.pupil.discard(record);
}

/** Reads a `PupilOnRoll` or `PupilNoLongerOnRoll` into its records, the pupil record first. */
export function mapPupil(context: PupilContext, record: XmlRecord, onRoll: boolean): void {
  const { path, element } = record;
  const { file } = context;
  context.beginPupil(element, path, onRoll);
  const pupil: Pupil = { kind: 'pupil', key: '', provenance: context.pupilProvenance(element) };
  file.setSchool(pupil);
  const target = pupilTarget(pupil);
  readRecord(element, PUPIL_FIELDS, target, context.pupil);
  const key = pupilKey(pupil);
  if (key === undefined) {
    putUnreadable(context, record);
    return;
  }
  pupil.key = context.key = key;
  file.out.push(pupil);
  if (file.isRepeatedPupil(key)) context.pupil.issue('census-pupil-repeated', element, 'key');
  mapEnrolment(context, target.enrolment);
  if (target.serviceChild !== undefined) mapServiceChild(context, target.serviceChild);
  mapLookedAfter(context, target.inCare, target.postLookedAfter);
  if (target.fsmEligible !== undefined) mapFsmEligible(context, target.fsmEligible);
  if (target.senProvision !== undefined) mapSenProvision(context, target.senProvision);
  mapEarlyYears(context, target.earlyYears);
  for (const container of target.containers) {
    const each = context.pupil.resume(container);
    RECORD_CONTAINERS.get(each.name.toLowerCase())?.(context, each);
  }
  context.pupil.complete(pupil);
}
