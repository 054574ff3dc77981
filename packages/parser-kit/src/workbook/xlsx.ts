import type { RowBatch } from '../table/row-batch.js';
import type { WorkbookLimits } from './limits.js';
import { MergedAreas } from './merged-areas.js';
import type { NumberFormat } from './number-format.js';
import { RowSink, rowsOf } from './row-sink.js';
import { scanPart, scanPieces } from './scan-part.js';
import { SharedStrings } from './shared-strings.js';
import { Styles } from './styles.js';
import { damaged, workbookError } from './workbook-errors.js';
import type { WorkbookContent } from './workbook.js';
import { findMergedAreas } from './xlsx-merged.js';
import {
  Relationships,
  relationshipsOf,
  resolveTarget,
  WorkbookPart,
  type Relationship,
} from './xlsx-parts.js';
import { XlsxSheet, type SheetContext } from './xlsx-sheet.js';
import type { ZipArchive, ZipPart } from './zip-archive.js';

interface Reading {
  readonly archive: ZipArchive;
  readonly limits: WorkbookLimits;
  readonly signal: AbortSignal | undefined;
}

/** Name of the main part, if the archive is an Office document. */
export async function findMainPart(reading: Reading): Promise<string | undefined> {
  const relationships = await readRelationships(reading, '_rels/.rels');
  const main = relationships.find(({ type }) => type === 'officeDocument');
  if (main !== undefined) return resolveTarget('', main.target);
  return reading.archive.part('xl/workbook.xml') === undefined ? undefined : 'xl/workbook.xml';
}

/** Opens an .xlsx (or .xlsm, .xltx) by its main part. */
export async function openXlsx(reading: Reading, main: string): Promise<WorkbookContent> {
  const { archive, limits, signal } = reading;
  const workbookPart = archive.part(main);
  if (workbookPart === undefined) throw damaged('the part that lists its sheets is missing');
  const workbook = new WorkbookPart();
  await scanPart(workbookPart, workbook, { label: 'the list of sheets', signal });
  const relationships = await readRelationships(reading, relationshipsOf(main));
  const partOf = (relationship: Relationship): ZipPart | undefined => {
    const name = resolveTarget(main, relationship.target);
    return name === undefined ? undefined : (archive.part(name) ?? archive.part(decoded(name)));
  };

  const sheets: { name: string; hidden: boolean; part: ZipPart }[] = [];
  for (const { name, hidden, relationship: id } of workbook.sheets) {
    const relationship = relationships.find((each) => each.id === id);
    if (relationship !== undefined && relationship.type !== 'worksheet') continue;
    const part = relationship === undefined ? undefined : partOf(relationship);
    if (part === undefined) throw damaged('a sheet that it lists is missing');
    sheets.push({ name, hidden, part });
  }
  if (sheets.length === 0) throw damaged('it lists no sheet with cells');

  const find = (type: string): ZipPart | undefined => {
    const relationship = relationships.find((each) => each.type === type);
    return relationship === undefined ? undefined : partOf(relationship);
  };
  let formats: NumberFormat[] = [];
  const stylesPart = find('styles');
  if (stylesPart !== undefined) {
    const styles = new Styles();
    await scanPart(stylesPart, styles, { label: 'the styles', signal });
    formats = styles.formats();
  }
  const shared = new SharedStrings(limits);
  const stringsPart = find('sharedStrings');
  if (stringsPart !== undefined) await scanPart(stringsPart, shared, { label: 'the shared strings', signal });

  const context: SheetContext = { strings: shared.strings, formats, dates1904: workbook.dates1904 };
  return {
    format: 'xlsx',
    dates1904: workbook.dates1904,
    sheets,
    packedSize: (index) => sheets[index]?.part.packedSize ?? 0,
    rows: (index, onPacked) => {
      const sheet = sheets[index];
      if (sheet === undefined) throw new RangeError(`There is no sheet ${index}.`);
      return readSheet(reading, context, sheet.part, { label: `sheet ${index + 1}`, onPacked });
    },
  };
}

async function* readSheet(
  { limits, signal }: Reading,
  context: SheetContext,
  part: ZipPart,
  { label, onPacked }: { label: string; onPacked: (bytes: number) => void },
): AsyncGenerator<RowBatch, void, undefined> {
  const areas = await findMergedAreas(part, limits, { label, signal });
  const sink = new RowSink(limits.cells);
  const sheet = new XlsxSheet(context, new MergedAreas(limits, areas), sink);
  yield* rowsOf(scanPieces(part, sheet, { label, signal, onPacked }), sink);
}

async function readRelationships({ archive, signal }: Reading, name: string): Promise<Relationship[]> {
  const part = archive.part(name);
  if (part === undefined) return [];
  const relationships = new Relationships();
  await scanPart(part, relationships, { label: 'the list of parts', signal });
  return relationships.found;
}

/** Targets are URIs, so that a space may stand as `%20`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Throws for an Office document that is no workbook of XML parts. */
export function refuseOtherOffice(main: string): void {
  const name = main.toLowerCase();
  if (name.endsWith('.bin')) {
    throw workbookError('xlsb-file', 'The file is a binary Excel workbook (.xlsb).');
  }
  if (name.startsWith('word/') || name.startsWith('ppt/') || name.startsWith('visio/')) {
    throw workbookError('office-file', 'The file is an Office document, but no workbook.');
  }
}
