import { type DelimitedRow, writeDelimited } from '@rollbook/parser-kit';
import { nccisCsvColumns } from './csv-columns.js';
import type { NccisYoungPerson } from './young-person.js';

export interface WriteNccisCsvOptions {
  /**
   * Puts an apostrophe before what a spreadsheet would run as a formula; true when not given. The site that takes the file would
   * read it as part of the name, so a file that is only sent may have it off.
   */
  readonly escapeFormulas?: boolean;
}

/**
 * Writes the flat CSV of 43 columns, CRLF, a comma between cells. What it has no column for (middle name, youth contract) is
 * left out.
 */
export async function* writeNccisCsv(
  people: Iterable<NccisYoungPerson> | AsyncIterable<NccisYoungPerson>,
  { escapeFormulas = true }: WriteNccisCsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  async function* rows(): AsyncGenerator<DelimitedRow, void, undefined> {
    yield nccisCsvColumns.map(({ heading }) => heading);
    for await (const person of people) yield nccisCsvColumns.map(({ read }) => read(person));
  }
  yield* writeDelimited(rows(), { escapeFormulas });
}
