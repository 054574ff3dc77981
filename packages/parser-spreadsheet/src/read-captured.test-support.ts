import { readFileSync } from 'node:fs';
import type { CanonicalRecord } from '@rollbook/model';
import { collect, openSource } from '@rollbook/parser-kit';
import { parseMapping, spreadsheetParser, type SpreadsheetParseOptions } from './index.js';

export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`./__fixtures__/${name}`, import.meta.url));
export const csv = fixture('staff-list.csv');
export const mapping = parseMapping(fixture('staff-list.yaml').toString());
export const options = { school: '9998888', latestYear: 2026 };

/** Reads bytes as the school's. */
export async function read(bytes: Uint8Array, own: SpreadsheetParseOptions = {}, name = 'list.xlsx') {
  return collect(spreadsheetParser.parse(await openSource(bytes, { name }), { ...options, ...own }));
}
/** Records without what all have. */
export const plain = (records: readonly CanonicalRecord[]) =>
  records.map((record) =>
    Object.fromEntries(
      Object.entries(record).filter(
        ([name]) => !['provenance', 'key', 'pupilKey', 'school', 'attended'].includes(name),
      ),
    ),
  );
