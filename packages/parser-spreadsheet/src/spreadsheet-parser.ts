import {
  type Batch,
  createTableParser,
  openWorkbook,
  type Parser,
  type Source,
  type TableDialect,
  type TableParseOptions,
} from '@rollbook/parser-kit';
import { spreadsheetHeadings } from './spreadsheet-headings.js';
import { readByMapping } from './read-by-mapping.js';
import { checkMapping, type SpreadsheetMapping } from './spreadsheet-mapping.js';
import { isOldWorkbook } from './tables.js';

export interface SpreadsheetParseOptions extends TableParseOptions {
  /** What the columns hold. Without one, headings that lists of pupils commonly have are known. */
  readonly mapping?: SpreadsheetMapping;
}

const dialect: TableDialect = {
  id: 'spreadsheet',
  supplier: 'school',
  title: 'Spreadsheets made by hand, and tables of any system',
  headings: spreadsheetHeadings,
  detect: ({ headings, resolved: { known }, format }) => {
    const all = headings.filter((heading) => heading.trim() !== '').length;
    // Below what a supplier's own parser says of its tables
    return {
      confidence: known * 2 >= all ? 0.55 : 0.5,
      reason: `${format === 'csv' ? 'delimited text' : `.${format} workbook`}, ${known} of ${all} headings known`,
    };
  },
};
const tables = createTableParser(dialect);

async function* parse(
  source: Source,
  options: SpreadsheetParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const { mapping, ...rest } = options;
  const checked = mapping === undefined ? undefined : checkMapping(mapping);
  // Says what it is and what to do
  if (isOldWorkbook(await source.head())) await openWorkbook(source);
  yield* checked === undefined ? tables.parse(source, rest) : readByMapping(dialect, source, checked, rest);
}

/**
 * Reads lists of pupils in .xlsx, .ods and delimited text, by a mapping or by the headings that are common. What is
 * read from which column: docs/formats/spreadsheet.md.
 *
 * @throws UnreadableInputError for a file that is no table or has no headings that are known; MappingError for a mapping
 * that can't be meant; RangeError for other options that can't be
 */
export const spreadsheetParser: Parser<SpreadsheetParseOptions> = {
  id: dialect.id,
  supplier: dialect.supplier,
  title: dialect.title,
  detect: (head) => tables.detect(head),
  parse,
};
