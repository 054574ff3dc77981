import { readFileSync } from 'node:fs';
import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import type { WondeParseOptions } from '../options.js';
import { wondeParser } from '../wonde-parser.js';

export interface Parsed {
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
  /** Records of one kind. */
  readonly of: <K extends RecordKind>(kind: K) => RecordOf<K>[];
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

export async function parseBytes(bytes: Uint8Array, options?: WondeParseOptions): Promise<Parsed> {
  const { records, issues } = await collect(wondeParser.parse(await openSource(bytes), options));
  return {
    records,
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}

export function parseJson(value: unknown, options?: WondeParseOptions): Promise<Parsed> {
  return parseBytes(Buffer.from(JSON.stringify(value)), options);
}

/** A page of objects. */
export function page(...data: unknown[]): unknown {
  return { data, meta: { pagination: { more: false } } };
}
