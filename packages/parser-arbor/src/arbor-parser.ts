import {
  type Batch,
  createTableParser,
  type Parser,
  sniffJson,
  type Source,
  type TableParseOptions,
} from '@rollbook/parser-kit';
import { arborJson } from './arbor-json.js';
import { arborTable } from './arbor-table.js';
import { detect } from './detect.js';
import { headText } from '@rollbook/parser-kit';
import { readJsonLists } from '@rollbook/parser-kit';

const tables = createTableParser(arborTable);

async function* parse(
  source: Source,
  options: TableParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const isJson = sniffJson(await headText(source, options.signal)) !== undefined;
  yield* isJson ? readJsonLists(source, options, arborJson) : tables.parse(source, options);
}

/**
 * Reads what a school or trust saves from Arbor: reports and tables of the BI Connector as delimited text or workbook,
 * the same tables as JSON, and answers of the REST API (v2) and of GraphQL. Field by field: docs/formats/arbor.md.
 *
 * A pupil without UPN in the file has a key by `STUDENT_UNIQUE_ID`, or by `STUDENT_ID` with `APPLICATION_ID`.
 *
 * @throws UnreadableInputError when the input is none of these, or JSON that is damaged or cut short
 */
export const arborParser: Parser<TableParseOptions> = {
  id: arborTable.id,
  supplier: arborTable.supplier,
  title: arborTable.title,
  detect,
  parse,
};
