import { writeDelimited, type WriteDelimitedOptions } from '@rollbook/parser-kit';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import { academicAgeOn } from './academic-age.js';

/** A column of the survey: its heading, and what stands in it. */
export interface SurveyColumn {
  readonly heading: string;
  readonly value: (person: NccisYoungPerson) => string | undefined;
}

/**
 * Columns by the headings that a public sample of the flat NCCIS CSV has. That the survey's file has the same headings is
 * unconfirmed: the DfE's description of it was not found.
 */
export const surveyColumns = {
  YoungPersonsID: (person) => person.youngPersonsId,
  CohortStatus: (person) => person.cohortStatus,
  GivenName: (person) => person.givenName,
  Surname: (person) => person.familyName,
  Gender: (person) => person.gender,
  DOB: (person) => person.dob,
  Postcode: (person) => person.postcode,
  Ethnicity: (person) => person.ethnicity,
  LeadLEA: (person) => person.leadLea,
  EducatedLEA: (person) => person.educatedLea,
  LEACodeAtYear11: (person) => person.leaCodeAtYear11,
  UniqueLearnerNo: (person) => person.uniqueLearnerNo,
  UniquePupilNumber: (person) => person.uniquePupilNumber,
  LevelOfNeedCode: (person) => person.levelOfNeedCode,
  SENDFlag: (person) => person.sendFlag,
  SENSupportFlag: (person) => person.senSupportFlag,
  ActivityCode: (person) => person.activity?.activityCode,
  StartDate: (person) => person.activity?.startDate,
  DateAscertained: (person) => person.activity?.dateAscertained,
  DateVerified: (person) => person.activity?.dateVerified,
  EstablishmentNumber: (person) => person.activity?.establishmentNumber,
  EstablishmentName: (person) => person.activity?.establishmentName,
  UKProviderReferenceNumber: (person) => person.activity?.ukProviderReferenceNumber,
  PredictedEndDate: (person) => person.activity?.predictedEndDate,
  IntendedDestinationYr11: (person) => person.intendedDestinationYr11,
} as const satisfies Record<string, SurveyColumn['value']>;

export type SurveyColumnName = keyof typeof surveyColumns;

/** What is written when the caller names no columns (unconfirmed). Nothing of a special category is among them. */
export const defaultSurveyColumns = [
  'YoungPersonsID',
  'GivenName',
  'Surname',
  'Gender',
  'DOB',
  'Postcode',
  'LeadLEA',
  'EducatedLEA',
  'LEACodeAtYear11',
  'UniquePupilNumber',
  'ActivityCode',
  'StartDate',
  'DateVerified',
  'EstablishmentNumber',
  'EstablishmentName',
  'UKProviderReferenceNumber',
] as const satisfies readonly SurveyColumnName[];

/** Whom a survey counted: `received` is `written` and `leftOut` together. */
export interface SurveyBalance {
  readonly received: number;
  readonly written: number;
  /** Not among the leavers of the year. */
  readonly leftOut: number;
}

export interface ActivitySurveyOptions extends WriteDelimitedOptions {
  /** Year of the survey's 1 November. */
  readonly year: number;
  /** Names of {@link surveyColumns}, or columns of the caller's own, in their order. */
  readonly columns?: readonly (SurveyColumnName | SurveyColumn)[] | undefined;
  /** Who belongs to the survey; {@link isSurveyLeaver} when not given. */
  readonly include?: ((person: NccisYoungPerson) => boolean) | undefined;
  /** Called once, after the last. */
  readonly onBalance?: ((balance: SurveyBalance) => void) | undefined;
}

/**
 * The day that the Annual Activity Survey asks about, for the snapshot that it is written from.
 *
 * @throws RangeError when `year` is no whole number from 1900 to 2200.
 */
export function surveyDay(year: number): string {
  if (!Number.isInteger(year) || year < 1900 || year > 2200)
    throw new RangeError('The year of a survey is that of its 1 November, such as 2026.');
  return `${year}-11-01`;
}

/**
 * True for one who was of year 11's age in the school year before the survey: academic age 16 on 1 November. One taught
 * out of year is told by age all the same (inferred).
 */
export function isSurveyLeaver(person: NccisYoungPerson, year: number): boolean {
  return academicAgeOn(person.dob, surveyDay(year)) === 16;
}

/**
 * The Annual Activity Survey as CSV, in pieces, from a snapshot of 1 November: one row for each young person who left year
 * 11 that summer. Columns and headings are unconfirmed and can be set. Cells that a spreadsheet would run as formulas are
 * escaped unless `escapeFormulas` is false.
 *
 * @throws RangeError for a year that is none, or no columns.
 */
export async function* writeActivitySurvey(
  people: AsyncIterable<NccisYoungPerson> | Iterable<NccisYoungPerson>,
  options: ActivitySurveyOptions,
): AsyncGenerator<string, void, undefined> {
  const { year, columns: named = defaultSurveyColumns, include, onBalance, ...csv } = options;
  surveyDay(year);
  const columns = named.map((column): SurveyColumn =>
    typeof column === 'string' ? { heading: column, value: surveyColumns[column] } : column,
  );
  if (columns.length === 0) throw new RangeError('A survey has at least one column.');
  let received = 0;
  let written = 0;
  async function* rows(): AsyncGenerator<(string | undefined)[], void, undefined> {
    yield columns.map(({ heading }) => heading);
    for await (const person of people) {
      received += 1;
      if (!(include?.(person) ?? isSurveyLeaver(person, year))) continue;
      written += 1;
      yield columns.map(({ value }) => value(person));
    }
  }
  yield* writeDelimited(rows(), { ...csv, escapeFormulas: csv.escapeFormulas ?? true });
  onBalance?.({ received, written, leftOut: received - written });
}
