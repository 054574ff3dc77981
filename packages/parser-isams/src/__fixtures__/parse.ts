import { readFileSync } from 'node:fs';
import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import { isamsParser } from '../isams-parser.js';
import type { IsamsParseOptions } from '../options.js';

export interface Parsed {
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
  /** Records of one kind. */
  readonly of: <K extends RecordKind>(kind: K) => RecordOf<K>[];
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

export async function parseBytes(bytes: Uint8Array, options?: IsamsParseOptions): Promise<Parsed> {
  const { records, issues } = await collect(isamsParser.parse(await openSource(bytes), options));
  return {
    records,
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}

export function parseText(text: string, options?: IsamsParseOptions): Promise<Parsed> {
  return parseBytes(new TextEncoder().encode(text), options);
}

/** A file with pupils of these inner elements and the given other managers behind them. */
export function parsePupils(
  pupils: readonly string[],
  rest = '',
  options?: IsamsParseOptions,
): Promise<Parsed> {
  const list = pupils.map((inner) => `<Pupil>${inner}</Pupil>`).join('');
  return parseText(
    `<iSAMS><PupilManager><CurrentPupils>${list}</CurrentPupils></PupilManager>${rest}</iSAMS>`,
    options,
  );
}

/** What identifies a pupil of the tests. */
export const WHO = '<SchoolId>S1</SchoolId><Surname>Exampleton</Surname><Forename>Ann</Forename>';

export const CODES =
  '<RegistrationCodes><RegistrationCode Id="11"><Code>I</Code><Name>Illness</Name></RegistrationCode>' +
  '<RegistrationCode Id="12"><Code>*</Code><Name>Own</Name></RegistrationCode>' +
  '<RegistrationCode Id="13"><Code>J</Code></RegistrationCode><RegistrationCode Id="14"><Code>Y</Code></RegistrationCode>' +
  '<RegistrationCode Id="15"><Code>Q2</Code><GovernmentCode>M</GovernmentCode></RegistrationCode></RegistrationCodes>' +
  '<PresentCodes><PresentCode Id="21"><Code>M</Code><Name>Music</Name></PresentCode></PresentCodes>' +
  '<RegistrationPeriods><RegistrationPeriod Id="1"><Name>AM</Name></RegistrationPeriod>' +
  '<RegistrationPeriod Id="2"><Name>Registration</Name></RegistrationPeriod>' +
  '<RegistrationPeriod Id="3"><Name>Afternoon roll</Name></RegistrationPeriod>' +
  '<RegistrationPeriod Id="9"><Name>Lunch</Name></RegistrationPeriod></RegistrationPeriods>';

/** Statuses of the pupil {@link WHO}, each the inner elements but `PupilId`. */
export function statuses(...inner: string[]): string {
  const list = inner
    .map((each) => `<RegistrationStatus><PupilId>S1</PupilId>${each}</RegistrationStatus>`)
    .join('');
  return `<RegistrationManager>${CODES}<RegistrationStatuses>${list}</RegistrationStatuses></RegistrationManager>`;
}

export function at(dateTime: string): string {
  return `<RegistrationDateTime>${dateTime}</RegistrationDateTime>`;
}
