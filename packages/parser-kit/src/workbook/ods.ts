import type { RowBatch } from '../table/row-batch.js';
import type { WorkbookLimits } from './limits.js';
import { MergedAreas } from './merged-areas.js';
import { OdsContent } from './ods-content.js';
import { RowSink, rowsOf } from './row-sink.js';
import { scanPart, scanPieces } from './scan-part.js';
import { damaged, workbookError } from './workbook-errors.js';
import type { WorkbookContent } from './workbook.js';
import type { XmlHandler } from './xml-events.js';
import type { ZipArchive } from './zip-archive.js';

interface Reading {
  readonly archive: ZipArchive;
  readonly limits: WorkbookLimits;
  readonly signal: AbortSignal | undefined;
}

/** Opens an .ods. All its tables stand in one part, which is gone through once to list them. */
export async function openOds(reading: Reading): Promise<WorkbookContent> {
  const { archive, limits, signal } = reading;
  await refuseEncrypted(reading);
  const part = archive.part('content.xml');
  if (part === undefined) throw damaged('the part that holds its sheets is missing');
  const label = 'the content';
  const listed = new OdsContent();
  await scanPart(part, listed, { label, signal });
  if (!listed.isSpreadsheet) {
    throw workbookError('office-file', 'The file is an OpenDocument file, but no spreadsheet.');
  }
  const sheets = listed.tables;
  if (sheets.length === 0) throw damaged('it lists no sheet with cells');

  async function* rows(
    index: number,
    onPacked: (bytes: number) => void,
  ): AsyncGenerator<RowBatch, void, undefined> {
    if (part === undefined) return;
    const sink = new RowSink(limits.cells);
    const content = new OdsContent({ index, merged: new MergedAreas(limits), sink });
    yield* rowsOf(scanPieces(part, content, { label, signal, onPacked }), sink, () => content.isDone);
  }
  return { format: 'ods', dates1904: false, sheets, packedSize: () => part.packedSize, rows };
}

/** The manifest says how parts are encrypted (ODF 1.3 part 2, 4.6). */
async function refuseEncrypted({ archive, signal }: Reading): Promise<void> {
  const part = archive.part('META-INF/manifest.xml');
  if (part === undefined) return;
  const names = new Set<string>();
  const handler: XmlHandler = {
    wantsText: false,
    start: (name) => void names.add(name),
    end: () => undefined,
    text: () => undefined,
  };
  await scanPart(part, handler, { label: 'the manifest', signal });
  if (names.has('encryption-data')) throw workbookError('workbook-encrypted', 'The workbook is encrypted.');
}
