import { sniffDelimited } from '../delimited/index.js';
import type { Head } from '../parser.js';
import { sniffWorkbook } from '../workbook/index.js';
import { findHeader, headingKeys } from './find-header.js';
import { type HeadingTable, resolveHeadings } from './headings.js';
import type { TableHead } from './table-dialect.js';

interface Sniffed {
  readonly format: TableHead['format'];
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
}

/** Every parser of tables asks about the same head. */
const SNIFFED = new WeakMap<Uint8Array, Sniffed | null>();
const STRINGS_AS_HEADINGS = 80;

function sniff(head: Head): Sniffed | null {
  const workbook = sniffWorkbook(head.bytes);
  if (workbook !== undefined) {
    const { format, sheetNames = [], rows, strings } = workbook;
    // Where the first sheet lies behind the head, its headings are among the first texts of the workbook
    const first = rows ?? (strings === undefined ? [] : [strings.slice(0, STRINGS_AS_HEADINGS)]);
    return { format, rows: first, text: sheetNames.join('\n') };
  }
  if (head.text === '') return null;
  const table = sniffDelimited(head.text);
  return table === undefined ? null : { format: 'csv', rows: table.rows, text: '' };
}

/**
 * The header of a delimited file or workbook, by its head, read with a supplier's headings; undefined when the head
 * is no table or has no row with headings of a list of pupils.
 */
export function tableHeadOf(head: Head, table: HeadingTable): TableHead | undefined {
  let sniffed = SNIFFED.get(head.bytes);
  if (sniffed === undefined) SNIFFED.set(head.bytes, (sniffed = sniff(head)));
  if (sniffed === null) return undefined;
  const { format, rows, text } = sniffed;
  const context = { text: `${text}\n${head.name ?? ''}` };
  const header = findHeader(rows, table, context, { order: 'dmy', latestYear: 2100, dates1904: false });
  if (header === undefined) return undefined;
  const titles = header.titles.join('\n');
  return {
    headings: header.headings,
    keys: headingKeys(header.headings),
    resolved: resolveHeadings(table, header.headings, { text: `${context.text}\n${titles}` }),
    text: `${text}\n${titles}`,
    name: head.name,
    format,
  };
}
