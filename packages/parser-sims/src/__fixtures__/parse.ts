import { readFileSync } from 'node:fs';
import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import type { SimsParseOptions } from '../options.js';
import { simsParser } from '../sims-parser.js';

export interface Parsed {
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
  /** Records of one kind. */
  readonly of: <K extends RecordKind>(kind: K) => RecordOf<K>[];
}

/** What the fixtures are parsed with. */
export const options: SimsParseOptions = {
  school: '8564123',
  latestYear: 2026,
  results: { 'Mock Exam Result Y10 EXAM': { stage: 'KS4', subject: 'MAT' } },
};

export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

export async function parseBytes(
  bytes: Uint8Array,
  given: SimsParseOptions = options,
  name?: string,
): Promise<Parsed> {
  const source = await openSource(bytes, name === undefined ? {} : { name });
  const { records, issues } = await collect(simsParser.parse(source, given));
  return {
    records,
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}

export function parseText(text: string, given?: SimsParseOptions): Promise<Parsed> {
  return parseBytes(Buffer.from(text), given);
}

/** A report's records, each given by its elements, without a schema. */
export function report(...records: readonly string[]): string {
  return `<SuperStarReport>${records.map((record) => `<Record>${record}</Record>`).join('\n')}</SuperStarReport>`;
}

/** What a record holds of its own: without key, links and places. */
export function own(record: CanonicalRecord): Record<string, unknown> {
  const plain: Record<string, unknown> = { ...record };
  for (const name of ['key', 'pupilKey', 'school', 'provenance']) delete plain[name];
  return plain;
}
