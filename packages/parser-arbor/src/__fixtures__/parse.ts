import { readFileSync } from 'node:fs';
import { collect, openSource, type TableParseOptions } from '@rollbook/parser-kit';
import { arborParser } from '../index.js';

export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

/** Everything that a file gives. `latestYear` is fixed, so that tests say the same in later years. */
export async function parseBytes(bytes: Uint8Array, options: TableParseOptions = {}, name?: string) {
  const source = await openSource(bytes, name === undefined ? {} : { name });
  return collect(arborParser.parse(source, { latestYear: 2026, ...options }));
}
