/**
 * Names of the census's elements, in one place, with what is known of each. `confirmed`: a public source shows the name in
 * the early years census; `inferred`: the school census or another return of the DfE's has the item under that name;
 * `unconfirmed`: no public source shows it, and the name is ours. Sources in docs/formats/one-early-years.md.
 */
export type NameState = 'confirmed' | 'inferred' | 'unconfirmed';

export interface CensusName {
  readonly name: string;
  /** Number of the item in the common basic data set. */
  readonly cbds?: string;
  readonly state: NameState;
}

const confirmed = (name: string, cbds?: string): CensusName =>
  cbds === undefined ? { name, state: 'confirmed' } : { name, cbds, state: 'confirmed' };
const inferred = (name: string, cbds?: string): CensusName =>
  cbds === undefined ? { name, state: 'inferred' } : { name, cbds, state: 'inferred' };
const unconfirmed = (name: string, cbds?: string): CensusName =>
  cbds === undefined ? { name, state: 'unconfirmed' } : { name, cbds, state: 'unconfirmed' };

/** Elements that hold others. The full tree is in no public source. */
export const containerNames = {
  message: inferred('Message'),
  header: inferred('Header'),
  collectionDetails: inferred('CollectionDetails'),
  source: inferred('Source'),
  settings: unconfirmed('Establishments'),
  setting: unconfirmed('Establishment'),
  characteristics: unconfirmed('EstablishmentCharacteristics'),
  staff: unconfirmed('StaffInformation'),
  counts: confirmed('PupilChildStatistics'),
  children: unconfirmed('PupilChildren'),
  child: confirmed('PupilChild'),
  fundingBases: inferred('FundingBasisItems'),
} as const satisfies Record<string, CensusName>;

export const headerNames = {
  collection: inferred('Collection'),
  term: inferred('Term'),
  year: inferred('Year'),
  referenceDate: confirmed('ReferenceDate'),
  level: inferred('SourceLevel'),
  la: inferred('LEA'),
  software: inferred('SoftwareCode'),
  release: inferred('Release'),
  serial: inferred('SerialNo'),
  created: inferred('DateTime'),
} as const satisfies Record<string, CensusName>;

export const settingNames = {
  la: inferred('LEA'),
  urn: inferred('URN'),
  ofstedUrn: unconfirmed('OfstedURN'),
  name: unconfirmed('EstabName'),
  category: unconfirmed('EYCategory'),
  type: unconfirmed('EYSettingType'),
  agencyChildminder: unconfirmed('AgencyChildminder'),
  phone: inferred('PhoneNo'),
  email: inferred('Email'),
  postcode: inferred('PostCode'),
  hoursOpen: unconfirmed('EYHoursOpen'),
  weeksOpen: unconfirmed('EYWeeksOpen'),
  weeksFunded: unconfirmed('EYFundingWeeks', 'N00270'),
} as const satisfies Record<string, CensusName>;

export const staffNames = {
  total: confirmed('EstabTeachingTotal', '200629'),
  qts: confirmed('EstabQTSTeachers', '200344'),
  eyps: confirmed('EstabEYPSteachers', '200565'),
  eyts: confirmed('EstabEYTSTeachers', '200673'),
  earlyYears: confirmed('EstabTeachersInEY', '200345'),
  earlyYearsQts: confirmed('EYQTS', '200346'),
  earlyYearsEyps: confirmed('EYEYPS', '200566'),
  earlyYearsEyts: confirmed('EYEYTS', '200674'),
} as const satisfies Record<string, CensusName>;

export const countNames = {
  under1: confirmed('EYUnder1s', 'N00816'),
  age1: confirmed('EY1Years', 'N00817'),
  age2: confirmed('EY2Years', '200633'),
  age3: confirmed('EY3Years', '200630'),
  age4: confirmed('EY4Years', '200631'),
} as const satisfies Record<string, CensusName>;

export const childNames = {
  upn: inferred('UPN'),
  surname: inferred('Surname'),
  forename: inferred('Forename'),
  middleNames: inferred('MiddleNames'),
  preferredSurname: inferred('PreferredSurname'),
  formerSurname: inferred('FormerSurname'),
  birthDate: inferred('DOB'),
  sex: inferred('Sex'),
  ethnicity: inferred('Ethnicity', 'CS080'),
  fundedHours: confirmed('FundedHours'),
  extendedHours: confirmed('ExtendedHours'),
  expandedHours: confirmed('ExpandedHours', 'N00787'),
  hoursAtSetting: confirmed('HoursAtSetting', '100291'),
  fundedWeeks: unconfirmed('FundedEntitlementWeeks', 'N00791'),
  extendedWeeks: unconfirmed('ExtendedEntitlementWeeks', 'N00792'),
  expandedWeeks: unconfirmed('ExpandedEntitlementWeeks', 'N00793'),
  eligibilityCode: inferred('EligibilityCode', 'N00202'),
  dafIndicator: confirmed('DAFIndicator', 'N00203'),
  eypp: confirmed('EYPPR', 'N00639'),
  eyppBasis: confirmed('EYPPBF', 'N00174'),
  fundingBases: confirmed('FundingBasis', '100576'),
  senProvision: inferred('SENprovision'),
  addressLine1: inferred('AddressLine1'),
  addressLine2: inferred('AddressLine2', '100129'),
  addressLine3: inferred('AddressLine3', '100130'),
  addressLine4: inferred('AddressLine4', '100131'),
  addressLine5: inferred('AddressLine5', '100132'),
  saon: inferred('SAON'),
  paon: inferred('PAON'),
  street: inferred('Street'),
  locality: inferred('Locality'),
  town: inferred('Town'),
  administrativeArea: inferred('AdministrativeArea'),
  postTown: inferred('PostTown'),
  county: inferred('County'),
  postcode: inferred('PostCode'),
  uprn: inferred('UniquePropertyReferenceNumber'),
} as const satisfies Record<string, CensusName>;

export type SettingField = keyof typeof settingNames;
export type StaffField = keyof typeof staffNames;
export type CountField = keyof typeof countNames;
export type ChildField = keyof typeof childNames;

/** An item of a setting or a child as the option `names` refers to it, such as `setting.hoursOpen`. */
export type EarlyYearsItem =
  `setting.${SettingField}` | `staff.${StaffField}` | `counts.${CountField}` | `child.${ChildField}`;

/** Names of a council that has the DfE's schema, in place of those above. */
export type EarlyYearsNames = Partial<Readonly<Record<EarlyYearsItem, string>>>;

/** Older names, which are read and not written. */
export const olderChildNames: Readonly<Record<string, ChildField>> = {
  EYPPE: 'eypp',
  ThirtyHourCode: 'eligibilityCode',
  Gender: 'sex',
  UPRN: 'uprn',
};

/** Column and element names of one level with a council's own put in. */
export function namesOf<F extends string>(
  level: 'setting' | 'staff' | 'counts' | 'child',
  names: Readonly<Record<F, CensusName>>,
  own: EarlyYearsNames = {},
): readonly { readonly field: F; readonly name: string; readonly state: NameState }[] {
  return (Object.entries(names) as [F, CensusName][]).map(([field, { name, state }]) => {
    const given = own[`${level}.${field}` as EarlyYearsItem];
    return given === undefined ? { field, name, state } : { field, name: given, state: 'confirmed' };
  });
}
