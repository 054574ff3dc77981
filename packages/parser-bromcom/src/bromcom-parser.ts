import {
  type Batch,
  createTableParser,
  type Parser,
  sniffJson,
  type Source,
  type TableParseOptions,
} from '@rollbook/parser-kit';
import { bromcomJson } from './bromcom-json.js';
import { bromcomTable } from './bromcom-table.js';
import { detect } from './detect.js';
import { headText } from '@rollbook/parser-kit';
import { readDiffgram } from './read-diffgram.js';
import { readJsonLists } from '@rollbook/parser-kit';

const tables = createTableParser(bromcomTable);

async function* parse(
  source: Source,
  options: TableParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const text = await headText(source, options.signal);
  if (/^\ufeff?\s*</.test(text)) yield* readDiffgram(source, options);
  else if (sniffJson(text) !== undefined) yield* readJsonLists(source, options, bromcomJson);
  else yield* tables.parse(source, options);
}

/**
 * Reads what a school or trust saves from Bromcom: reports as delimited text or workbook, answers of the partner API
 * and of OData as JSON, and of the SOAP service as a diffgram. Field by field: docs/formats/bromcom.md.
 *
 * A pupil without UPN in the file has a key by `SchoolStudentId`, or by `StudentID` with `VisionSchoolId`.
 *
 * @throws UnreadableInputError when the input is none of these, or JSON or XML that is damaged or cut short
 */
export const bromcomParser: Parser<TableParseOptions> = {
  id: bromcomTable.id,
  supplier: bromcomTable.supplier,
  title: bromcomTable.title,
  detect,
  parse,
};
