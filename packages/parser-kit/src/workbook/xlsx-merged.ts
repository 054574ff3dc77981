import type { XmlAttributes } from '../xml/element.js';
import { readArea, type CellArea } from './cell-reference.js';
import type { WorkbookLimits } from './limits.js';
import { tooManyAreas } from './merged-areas.js';
import { scanPart, type ScanOptions } from './scan-part.js';
import { damaged } from './workbook-errors.js';
import type { XmlHandler } from './xml-events.js';
import type { ZipPart } from './zip-archive.js';

const wanted = Buffer.from('mergeCell');

/**
 * The merged areas of a worksheet part. They stand behind the rows, so the part is gone through once before. Most
 * sheets have none, and looking for the bytes of their name takes a fraction of the time of reading XML.
 */
export async function findMergedAreas(
  part: ZipPart,
  limits: WorkbookLimits,
  options: ScanOptions,
): Promise<readonly CellArea[]> {
  if (!(await mayHaveAreas(part, options.signal))) return [];
  const areas = new MergeCells(limits.mergedAreas);
  await scanPart(part, areas, options);
  return areas.found;
}

async function mayHaveAreas(part: ZipPart, signal: AbortSignal | undefined): Promise<boolean> {
  let tail = Buffer.alloc(0);
  let first = true;
  let found = false;
  // Read to the end in any case, so that damage is known before the first row is given out.
  for await (const chunk of part.bytes()) {
    signal?.throwIfAborted();
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    // In UTF-16 the name has other bytes.
    if (first) found = bytes.subarray(0, 64).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;
    first = false;
    if (found) continue;
    found =
      bytes.includes(wanted) || Buffer.concat([tail, bytes.subarray(0, wanted.length)]).includes(wanted);
    // A name may be cut by the end of a chunk, and a chunk be shorter than the name.
    tail =
      bytes.length >= wanted.length
        ? Buffer.from(bytes.subarray(1 - wanted.length))
        : Buffer.concat([tail, bytes]).subarray(1 - wanted.length);
  }
  return found;
}

class MergeCells implements XmlHandler {
  readonly wantsText = false;
  readonly found: CellArea[] = [];
  readonly #limit: number;
  #group = '';

  constructor(limit: number) {
    this.#limit = limit;
  }

  start(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    if (depth === 2) this.#group = name;
    else if (depth === 3 && name === 'mergeCell' && this.#group === 'mergeCells') {
      const area = readArea(attributes?.ref ?? '');
      if (area === undefined) throw damaged('a merged area of a sheet has no proper reference');
      this.found.push(area);
      if (this.found.length > this.#limit) throw tooManyAreas(this.#limit);
    }
  }

  end(): void {
    // All there is stands in attributes.
  }

  text(): void {
    // Not asked for.
  }
}
