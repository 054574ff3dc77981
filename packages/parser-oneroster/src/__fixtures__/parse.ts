import { readFileSync } from 'node:fs';
import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import { onerosterParser } from '../oneroster-parser.js';
import type { OneRosterParseOptions } from '../options.js';

export interface Parsed {
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
  /** Records of one kind. */
  readonly of: <K extends RecordKind>(kind: K) => RecordOf<K>[];
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

export async function parseBytes(
  bytes: Uint8Array | string,
  options?: OneRosterParseOptions,
): Promise<Parsed> {
  const source = await openSource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  const { records, issues } = await collect(onerosterParser.parse(source, options));
  return {
    records,
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}
