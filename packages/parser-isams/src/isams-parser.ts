import { isLaestab } from '@rollbook/model';
import {
  type Batch,
  createFileProvenance,
  type Head,
  letGo,
  type Parser,
  readHead,
  refuseForeign,
  sniffDelimited,
  sniffWorkbook,
  type Source,
  UnreadableInputError,
} from '@rollbook/parser-kit';
import { detect } from './detect.js';
import { FileContext } from './file-context.js';
import type { ReadItems } from './item-source.js';
import type { IsamsParseOptions } from './options.js';
import { readFile } from './read-file.js';
import { readTableItems, registrationTable } from './read-table-items.js';
import { readTable } from './table-parser.js';
import { readJsonItems } from './read-json-items.js';
import { readXmlItems } from './read-xml-items.js';

const ID = 'isams';
const SUPPLIER = 'isams';

/** How a file is read; `table` by its headings. */
function readerFor(head: Head): ReadItems | 'table' {
  const start = head.text.trimStart().charAt(0);
  if (start === '<') return readXmlItems;
  if (start === '{' || start === '[') return readJsonItems;
  if (registrationTable(head) !== undefined) return readTableItems;
  if (sniffWorkbook(head.bytes) !== undefined || sniffDelimited(head.text) !== undefined) return 'table';
  refuseForeign(head.bytes);
  throw new UnreadableInputError('isams-format', 'The file is neither XML nor JSON nor a table.', {
    place: { line: 1 },
    help: 'Check that the right file was chosen. Tables of iSAMS are read as CSV with their column headings.',
  });
}

async function chooseReader(source: Source, signal: AbortSignal | undefined): Promise<ReadItems | 'table'> {
  try {
    const head = await readHead(source);
    signal?.throwIfAborted();
    // Workbooks alone are no text and are read all the same.
    if (sniffWorkbook(head.bytes) === undefined) refuseForeign(head.bytes);
    return readerFor(head);
  } catch (error) {
    await letGo(source);
    throw error;
  }
}

async function* parse(
  source: Source,
  options: IsamsParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const { school, signal } = options;
  if (school !== undefined && !isLaestab(school)) throw new RangeError('school is a LAESTAB of seven digits');
  signal?.throwIfAborted();
  const readItems = await chooseReader(source, signal);
  if (readItems === 'table') {
    yield* readTable(source, options);
    return;
  }
  const context = new FileContext(createFileProvenance(source, { supplier: SUPPLIER, format: ID }), options);
  yield* readFile(context, source, readItems, options);
}

/**
 * Reads what iSAMS gives: answers of the Batch API in XML and JSON, pages of the REST API, and tables as
 * CSV or workbooks. Memory is bounded; see
 * {@link IsamsParseOptions} for what a file doesn't say.
 *
 * Yields pupils, each with the registration at the school, then contacts, marks and what else is tied to them. What
 * canonical records have no field for is in `extensions` under the file's own names. Field by field:
 * docs/formats/isams.md.
 *
 * @throws UnreadableInputError when the file is none of these, or is damaged or cut short
 */
export const isamsParser: Parser<IsamsParseOptions> = {
  id: ID,
  supplier: SUPPLIER,
  title: 'iSAMS',
  detect,
  parse,
};
