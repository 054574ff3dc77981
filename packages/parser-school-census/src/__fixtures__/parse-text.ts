import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import { type CensusParseOptions, schoolCensusParser } from '../school-census-parser.js';

export interface Parsed {
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
  /** Records of one kind. */
  readonly of: <K extends RecordKind>(kind: K) => RecordOf<K>[];
}

export function header(term = 'AUT', year = '2024', collection = 'SC', referenceDate?: string): string {
  const day = referenceDate === undefined ? '' : `<ReferenceDate>${referenceDate}</ReferenceDate>`;
  return `<Header><CollectionDetails><Collection>${collection}</Collection><Term>${term}</Term><Year>${year}</Year>
${day}</CollectionDetails>
<Source><SourceLevel>S</SourceLevel><LEA>856</LEA><Estab>2001</Estab></Source></Header>`;
}

/** Header of a school's return for autumn 2024. */
export const HEADER = header('AUT', '2024', 'SC', '2024-10-03');

/** Identifiers of a pupil with a right check letter. */
export const IDENTIFIERS =
  '<PupilIdentifiers><UPN>B856200119001</UPN><Surname>Example</Surname><Forename>Ann</Forename><DOB>2014-11-20</DOB><Sex>F</Sex></PupilIdentifiers>';

export const PUPIL_KEY = 'upn:B856200119001';

export async function parseBytes(
  bytes: Uint8Array,
  options?: CensusParseOptions & { name?: string },
): Promise<Parsed> {
  const source = await openSource(bytes, options?.name === undefined ? {} : { name: options.name });
  const { records, issues } = await collect(schoolCensusParser.parse(source, options));
  return {
    records,
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}

export function parseText(text: string, options?: CensusParseOptions & { name?: string }): Promise<Parsed> {
  return parseBytes(new TextEncoder().encode(text), options);
}

/** A return of those pupils on roll. */
export function onRoll(pupils: string, head = HEADER): string {
  return `<Message>${head}<Pupils><PupilsOnRoll>${pupils}</PupilsOnRoll></Pupils></Message>`;
}

/** Parses a return of one pupil on roll with the identifiers above and `content` behind them. */
export function parsePupil(content: string, head = HEADER): Promise<Parsed> {
  return parseText(onRoll(`<PupilOnRoll>${IDENTIFIERS}${content}</PupilOnRoll>`, head));
}

/** The same for a pupil who left. */
export function parseLeaver(content: string, head = HEADER): Promise<Parsed> {
  return parseText(
    `<Message>${head}<Pupils><PupilsNoLongerOnRoll><PupilNoLongerOnRoll>${IDENTIFIERS}${content}</PupilNoLongerOnRoll></PupilsNoLongerOnRoll></Pupils></Message>`,
  );
}
