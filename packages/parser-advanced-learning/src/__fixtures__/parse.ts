import { readFileSync } from 'node:fs';
import { type CanonicalRecord, type RecordKind, type RecordOf } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import { cmisParser, type CmisParseOptions, progressoParser } from '../index.js';

export interface Parsed {
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
  /** Records of one kind. */
  readonly of: <K extends RecordKind>(kind: K) => RecordOf<K>[];
  readonly codes: string[];
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

export const OPTIONS = { school: '9998888', latestYear: 2026 } as const;

/** Parses a file by the product that its name begins with. */
export async function parseBytes(
  bytes: Uint8Array,
  product: string,
  options: CmisParseOptions = {},
): Promise<Parsed> {
  const parser = product.startsWith('cmis') ? cmisParser : progressoParser;
  const source = await openSource(bytes, { name: `${product.split('.')[0]!}.export` });
  const { records, issues } = await collect(parser.parse(source, { ...OPTIONS, ...options }));
  return {
    records,
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
    codes: issues.map(({ code }) => code),
  };
}

export const progresso = (rows: readonly string[], options?: CmisParseOptions): Promise<Parsed> =>
  parseBytes(Buffer.from(rows.join('\r\n') + '\r\n'), 'progresso', options);
export const cmis = (rows: readonly string[], options?: CmisParseOptions): Promise<Parsed> =>
  parseBytes(Buffer.from(rows.join('\r\n') + '\r\n'), 'cmis', options);
