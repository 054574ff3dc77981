import { isLaestab } from '@rollbook/model';
import {
  type Batch,
  completeFileProvenance,
  createBatcher,
  createFileProvenance,
  delimiterOfHeader,
  type Detection,
  type Head,
  headText,
  type Item,
  type ParseOptions,
  type Parser,
  type Source,
  sniffXmlRoot,
  sniffXmlText,
} from '@rollbook/parser-kit';
import type { NccisHeader } from './young-person.js';
import { isNccisHeader, readNccisCsv } from './read-nccis-csv.js';
import { readNccisXml } from './read-nccis-xml.js';
import { youngPersonToRecords } from './young-person-records.js';

export interface NccisParseOptions extends ParseOptions {
  /** LAESTAB that the records belong to; none when not given. */
  readonly school?: string;
  /** Called once with the header of an XML, before any person. */
  readonly onHeader?: (header: NccisHeader) => void;
}

const ID = 'nccis';
const SUPPLIER = 'dfe';

function isXml(text: string): boolean {
  return sniffXmlRoot(text, { doctype: 'skip' })?.name === 'NCCIS';
}

function detect(head: Head): Detection | undefined {
  if (isXml(head.text)) {
    const version = sniffXmlText(head.text, 'XMLSchemaVersion');
    const reason = 'root element NCCIS';
    return version === undefined || version === ''
      ? { confidence: 1, reason }
      : { confidence: 1, reason: `${reason}, XMLSchemaVersion ${version}`, version };
  }
  if (delimiterOfHeader(head.text, isNccisHeader) === undefined) return undefined;
  return { confidence: 1, reason: 'columns YoungPersonsID and ActivityCode of the NCCIS return' };
}

async function* parse(
  source: Source,
  options: NccisParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const { school, batchSize, signal, onProgress, encoding, onHeader } = options;
  if (school !== undefined && !isLaestab(school)) throw new RangeError('school is a LAESTAB of seven digits');
  const file = createFileProvenance(source, { supplier: SUPPLIER, format: ID });
  const batcher = createBatcher(batchSize);
  const reading = { batchSize, signal, onProgress, encoding };
  const start =
    encoding === undefined
      ? await headText(source, signal)
      : new TextDecoder(encoding).decode(await source.head());
  // Also what isn't a return: then the error says what is wrong with the XML
  const items = /^\ufeff?\s*</.test(start) ? readNccisXml(source, reading) : readNccisCsv(source, reading);
  for await (const batch of items) {
    for (const item of batch) {
      const out: Item[] = [];
      if (item.type === 'issue') out.push(item.issue);
      else if (item.type === 'header') {
        const { xmlSchemaVersion, dateOfSend } = item.header;
        if (xmlSchemaVersion !== undefined) file.version = xmlSchemaVersion;
        if (dateOfSend !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(dateOfSend)) file.createdAt = dateOfSend;
        onHeader?.(item.header);
        const { place, extensions } = item;
        if (extensions !== undefined)
          out.push({
            kind: 'unreadable' as const,
            key: `${place.path ?? 'header'}/extensions`,
            ...(school === undefined ? {} : { school }),
            provenance: { file, place },
            intended: 'FileHeader',
            raw: extensions,
          });
      } else if (item.type === 'misplaced') {
        const { name, place, content } = item;
        const record = {
          kind: 'unreadable' as const,
          key: place.path ?? name,
          ...(school === undefined ? {} : { school }),
          provenance: { file, place },
          intended: name,
          raw: content,
        };
        out.push(record);
      } else {
        const { person, place, extensions } = item;
        const { records, issues } = youngPersonToRecords(person, { file, place, school, extensions });
        out.push(...records, ...issues);
      }
      const full = batcher.add(out);
      if (full !== undefined) yield full;
    }
  }
  completeFileProvenance(file, source);
  const rest = batcher.flush();
  if (rest !== undefined) yield rest;
}

/**
 * Reads the monthly return of the NCCIS, in XML or as the flat CSV, in one pass with bounded memory: of each young person the
 * pupil and one youth participation. Field by field: docs/formats/nccis.md.
 *
 * @throws UnreadableInputError when the file is no such return, or is damaged or cut short
 */
export const nccisParser: Parser<NccisParseOptions> = {
  id: ID,
  supplier: SUPPLIER,
  title: 'NCCIS monthly return',
  detect,
  parse,
};
