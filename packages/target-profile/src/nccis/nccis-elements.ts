import type { NccisActivityFields, NccisYoungPerson } from './young-person.js';

/** Fields of a young person that hold one text. */
export type NccisTextField = {
  [K in keyof NccisYoungPerson]-?: NonNullable<NccisYoungPerson[K]> extends string ? K : never;
}[keyof NccisYoungPerson];

/**
 * Elements of the return in the order of the XSD, with the field that each is read into. One table for reading and writing, in
 * XML and CSV. Source: MI Return NCCIS 2015 (XSD); `SENSupportFlag` from public samples of 2019.
 */
export const personalDetails = [
  ['YoungPersonsID', 'youngPersonsId'],
  ['CohortStatus', 'cohortStatus'],
  ['GivenName', 'givenName'],
  ['MiddleName', 'middleName'],
  ['FamilyName', 'familyName'],
  ['AddressLine1', 'addressLine1'],
  ['AddressLine2', 'addressLine2'],
  ['AddressLine3', 'addressLine3'],
  ['AddressLine4', 'addressLine4'],
  ['Town', 'town'],
  ['County', 'county'],
  ['Postcode', 'postcode'],
  ['Gender', 'gender'],
  ['DOB', 'dob'],
  ['Ethnicity', 'ethnicity'],
  ['LeadLEA', 'leadLea'],
  ['EducatedLEA', 'educatedLea'],
  ['TransferredToLACode', 'transferredToLaCode'],
  ['LEACodeAtYear11', 'leaCodeAtYear11'],
  ['UniqueLearnerNo', 'uniqueLearnerNo'],
  ['UniquePupilNumber', 'uniquePupilNumber'],
  ['GuaranteeStatusIndicator', 'guaranteeStatusIndicator'],
  ['YouthContractIndicator', 'youthContractIndicator'],
  ['YouthContractStartDate', 'youthContractStartDate'],
  ['PreviousYPIDIdentifier', 'previousYpidIdentifier'],
] as const satisfies readonly (readonly [string, NccisTextField])[];

export const levelOfNeed = [
  ['LevelOfNeedCode', 'levelOfNeedCode'],
  ['SENDFlag', 'sendFlag'],
  ['SENSupportFlag', 'senSupportFlag'],
] as const satisfies readonly (readonly [string, NccisTextField])[];

export const activityElements = [
  ['ActivityCode', 'activityCode'],
  ['StartDate', 'startDate'],
  ['DateAscertained', 'dateAscertained'],
  ['DateVerified', 'dateVerified'],
  ['ReviewDate', 'reviewDate'],
  ['DueToLapseDate', 'dueToLapseDate'],
  ['CurrencyLapsed', 'currencyLapsed'],
  ['EstablishmentNumber', 'establishmentNumber'],
  ['EstablishmentName', 'establishmentName'],
  ['UKProviderReferenceNumber', 'ukProviderReferenceNumber'],
  ['NEETStartDate', 'neetStartDate'],
  ['PredictedEndDate', 'predictedEndDate'],
] as const satisfies readonly (readonly [string, keyof NccisActivityFields])[];

/** Other spellings in real files, by the one that the XSD has. `LDDFlag` was the name of `SENDFlag` before 2015. */
export const otherSpellings: Readonly<Record<string, string>> = {
  DatabaseID: 'DatabaseId',
  NeetStartDate: 'NEETStartDate',
  LDDFlag: 'SENDFlag',
};
