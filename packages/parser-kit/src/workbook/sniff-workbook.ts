import { decodeHead } from '../foreign-input.js';
import { UnreadableInputError } from '../errors.js';
import { defaultWorkbookLimits } from './limits.js';
import { MergedAreas } from './merged-areas.js';
import { OdsContent } from './ods-content.js';
import { RowSink } from './row-sink.js';
import { SharedStrings } from './shared-strings.js';
import { sniffZip, type SniffedPart } from './sniff-zip.js';
import { Styles } from './styles.js';
import { XmlEvents, type XmlHandler } from './xml-events.js';
import { Relationships, relationshipsOf, resolveTarget, WorkbookPart } from './xlsx-parts.js';
import { XlsxSheet } from './xlsx-sheet.js';

/** What a head tells of a workbook. What lies behind it is missing. */
export interface SniffedWorkbook {
  readonly format: 'xlsx' | 'ods';
  /** Of the sheets with cells, in order, hidden ones too. */
  readonly sheetNames?: readonly string[];
  /** First rows of the first sheet that isn't hidden; a text whose part lies behind the head is ''. */
  readonly rows?: readonly (readonly string[])[];
  /** Numbers of these rows, from 1. */
  readonly at?: readonly number[];
  /** Texts of the workbook, of all sheets: where `rows` is missing, headings are likely among the first. */
  readonly strings?: readonly string[];
}

/** More is not needed to know a heading. */
const mostText = 1024 * 1024;
const mostCells = 200_000;
const odsType = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * What can be had of a workbook from the file's first bytes, for detection; undefined for other files. It never
 * throws: a damaged workbook is found out when it is read.
 */
export function sniffWorkbook(head: Uint8Array): SniffedWorkbook | undefined {
  const found = sniffZip(head);
  const parts = new Map(found.map((part) => [part.name.toLowerCase(), part]));
  const mimetype = parts.get('mimetype')?.bytes.toString('latin1');
  if (mimetype !== undefined) return mimetype.startsWith(odsType) ? sniffOds(parts) : undefined;
  for (const name of parts.keys()) if (name.startsWith('xl/')) return sniffXlsx(parts);
  const types = parts.get('[content_types].xml')?.bytes.toString('latin1') ?? '';
  return /spreadsheetml\.|ms-excel\.sheet\.macroEnabled/.test(types) ? sniffXlsx(parts) : undefined;
}

type Parts = ReadonlyMap<string, SniffedPart>;

/** Whether all of the part was there and in order. */
function read(part: SniffedPart | undefined, handler: XmlHandler): boolean {
  if (part === undefined) return false;
  try {
    const events = new XmlEvents(handler);
    events.write(decodeHead(part.bytes.subarray(0, mostText)));
    if (!part.complete || part.bytes.length > mostText) return false;
    events.end();
    return true;
  } catch (error) {
    if (error instanceof UnreadableInputError) return false;
    throw error;
  }
}

function sniffOds(parts: Parts): SniffedWorkbook {
  const sink = new RowSink(mostCells);
  const merged = new MergedAreas(defaultWorkbookLimits);
  const part = parts.get('content.xml');
  let tables = new OdsContent();
  read(part, tables);
  const index = Math.max(
    0,
    tables.tables.findIndex(({ hidden }) => !hidden),
  );
  const { tables: names } = tables;
  tables = new OdsContent({ index, merged, sink });
  read(part, tables);
  const sheetNames = names.map(({ name }) => name);
  return { format: 'ods', ...(sheetNames.length > 0 && { sheetNames }), ...firstRows(sink) };
}

function sniffXlsx(parts: Parts): SniffedWorkbook | undefined {
  if (parts.has('xl/workbook.bin')) return undefined;
  const root = new Relationships();
  read(parts.get('_rels/.rels'), root);
  const target = root.found.find(({ type }) => type === 'officeDocument')?.target;
  const main = (target === undefined ? undefined : resolveTarget('', target)) ?? 'xl/workbook.xml';
  const workbook = new WorkbookPart();
  read(parts.get(main.toLowerCase()), workbook);
  const relationships = new Relationships();
  read(parts.get(relationshipsOf(main).toLowerCase()), relationships);
  const byType = (type: string): SniffedPart | undefined => {
    const found = relationships.found.find((each) => each.type === type)?.target;
    return found === undefined ? undefined : parts.get(resolveTarget(main, found)?.toLowerCase() ?? '');
  };

  const shared = new SharedStrings(defaultWorkbookLimits);
  read(byType('sharedStrings') ?? parts.get('xl/sharedstrings.xml'), shared);
  const styles = new Styles();
  read(byType('styles') ?? parts.get('xl/styles.xml'), styles);
  const sheets = workbook.sheets.flatMap((sheet) => {
    const relationship = relationships.found.find(({ id }) => id === sheet.relationship);
    const isSheet = relationship === undefined || relationship.type === 'worksheet';
    return isSheet ? [{ ...sheet, target: relationship?.target }] : [];
  });
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const name = first?.target === undefined ? undefined : resolveTarget(main, first.target)?.toLowerCase();
  const sink = new RowSink(mostCells);
  const context = {
    strings: shared.strings,
    formats: styles.formats(),
    dates1904: workbook.dates1904,
    incomplete: true,
  };
  read(
    parts.get(name ?? 'xl/worksheets/sheet1.xml'),
    new XlsxSheet(context, new MergedAreas(defaultWorkbookLimits), sink),
  );
  return {
    format: 'xlsx',
    ...(sheets.length > 0 && { sheetNames: sheets.map((sheet) => sheet.name) }),
    ...firstRows(sink),
    ...(shared.strings.length > 0 && { strings: shared.strings }),
  };
}

function firstRows(sink: RowSink): Pick<SniffedWorkbook, 'rows' | 'at'> {
  const { value } = sink.take().next();
  return value === undefined ? {} : { rows: value.rows, at: value.at };
}
