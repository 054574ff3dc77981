import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import { type CtfParseOptions, ctfParser } from '../ctf-parser.js';

export interface Parsed {
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
  /** Records of one kind. */
  readonly of: <K extends RecordKind>(kind: K) => RecordOf<K>[];
}

/** Header of a school's full CTF 25. */
export const HEADER = `<Header><DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion>
<DateTime>2026-01-15T09:30:00</DateTime><DocumentQualifier>full</DocumentQualifier>
<SourceSchool><LEA>856</LEA><Estab>2001</Estab><SchoolName>Example School</SchoolName></SourceSchool>
<DestSchool><LEA>XXX</LEA><Estab>XXXX</Estab></DestSchool></Header>`;

/** Identifiers of a pupil with a right check letter. */
export const IDENTIFIERS =
  '<UPN>H856200119001</UPN><Surname>Example</Surname><Forename>Ann</Forename><DOB>2014-11-20</DOB><Sex>F</Sex>';

export const PUPIL_KEY = 'upn:H856200119001';

export async function parseBytes(
  bytes: Uint8Array,
  options?: CtfParseOptions & { name?: string },
): Promise<Parsed> {
  const source = await openSource(bytes, options?.name === undefined ? {} : { name: options.name });
  const { records, issues } = await collect(ctfParser.parse(source, options));
  return {
    records,
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}

export function parseText(text: string, options?: CtfParseOptions & { name?: string }): Promise<Parsed> {
  return parseBytes(new TextEncoder().encode(text), options);
}

/** Parses a file of one pupil with the identifiers above and `content` behind them. */
export function parsePupil(content: string, header = HEADER): Promise<Parsed> {
  return parseText(
    `<CTfile>${header}<CTFpupilData><Pupil>${IDENTIFIERS}${content}</Pupil></CTFpupilData></CTfile>`,
  );
}
