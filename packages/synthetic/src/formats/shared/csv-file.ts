import { type DelimitedRow, writeDelimited, type WriteDelimitedOptions } from '@rollbook/parser-kit';
import type { SyntheticFile } from '../../format.js';

export interface CsvFileOptions extends WriteDelimitedOptions {
  /** Rows before the header, as reports have them: the school's name, the day it was printed. */
  readonly titleRows?: readonly DelimitedRow[] | undefined;
  /** UTF-8 when not given. UTF-16 is little-endian; ask for `bom` too, or no reader will know it. */
  readonly encoding?: 'utf-8' | 'utf-16le' | undefined;
}

/**
 * A file of delimited text, written as it is read: memory does not grow with the rows.
 *
 * @param header names of the columns; undefined for a file without
 * @param rows called each time the file's content is asked for, so a generator function will do
 */
export function csvFile(
  name: string,
  header: readonly string[] | undefined,
  rows: () => Iterable<DelimitedRow>,
  { titleRows = [], encoding = 'utf-8', ...options }: CsvFileOptions = {},
): SyntheticFile {
  function* all(): Generator<DelimitedRow, void, undefined> {
    yield* titleRows;
    if (header !== undefined) yield header;
    yield* rows();
  }
  return {
    name,
    async *content() {
      for await (const piece of writeDelimited(all(), options)) {
        yield Buffer.from(piece, encoding === 'utf-8' ? 'utf8' : 'utf16le');
      }
    },
  };
}
