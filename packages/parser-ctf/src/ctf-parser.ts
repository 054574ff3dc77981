import { isLaestab, type Unreadable } from '@rollbook/model';
import {
  type Batch,
  completeFileProvenance,
  createBatcher,
  createFileProvenance,
  type Detection,
  elementToJson,
  type Head,
  type ParseOptions,
  type Parser,
  readXmlRecords,
  type Source,
  sniffXmlRoot,
  sniffXmlText,
  UnreadableInputError,
  type XmlRecord,
} from '@rollbook/parser-kit';
import type { CtfHeader } from './ctf-header.js';
import { isMarkupAttribute } from './element-json.js';
import { FileContext } from './file-context.js';
import { mapHeader, settleSchool } from './map-header.js';
import { mapPupil } from './map-pupil.js';
import { PupilContext } from './pupil-context.js';

export interface CtfParseOptions extends ParseOptions {
  /** LAESTAB that the records belong to, whatever the header says. */
  readonly school?: string;
  /** Called once with the header, before any pupil. */
  readonly onHeader?: (header: CtfHeader) => void;
}

const ID = 'ctf';
const SUPPLIER = 'dfe';
const PUPILS = 'CTFpupilData';

function isRoot(name: string): boolean {
  return name.toLowerCase() === 'ctfile';
}

/** `Header` and any other child of the root, and every child of `CTFpupilData`, so that nothing is passed over. */
function isRecord(names: readonly string[]): boolean {
  return names.length === 2 ? names[1] !== PUPILS : names.length === 3;
}

function detect(head: Head): Detection | undefined {
  const root = sniffXmlRoot(head.text);
  if (root === undefined || !isRoot(root.name)) return undefined;
  const version = sniffXmlText(head.text, 'CTFversion') ?? sniffXmlText(head.text, 'CTFVersion');
  const reason = `root element ${root.name}`;
  return version === undefined || version === ''
    ? { confidence: 0.9, reason }
    : { confidence: 1, reason: `${reason}, CTFversion ${version}`, version };
}

function refuseRoot(line: number, column: number): never {
  throw new UnreadableInputError('ctf-root', 'The root element is not CTfile.', {
    place: { line, column },
    help: 'Check that the file is a Common Transfer File, and not another export.',
  });
}

/** An element beside the header or beside the pupils, which no version has. */
function putUnknown(context: FileContext, { element, path }: XmlRecord): void {
  const place = { line: element.line, column: element.column, path };
  const record: Unreadable = {
    kind: 'unreadable',
    key: path,
    provenance: { file: context.file, place },
    intended: element.name,
    raw: elementToJson(element),
  };
  if (context.school !== undefined) record.school = context.school;
  context.out.push(record);
  context.issue('ctf-element-misplaced', place, {
    field: path,
    record: { kind: record.kind, key: record.key },
  });
}

async function* parse(source: Source, options: CtfParseOptions = {}): AsyncGenerator<Batch, void, undefined> {
  const { school, batchSize, signal, onProgress, encoding, onHeader } = options;
  if (school !== undefined && !isLaestab(school)) throw new RangeError('school is a LAESTAB of seven digits');
  const file = createFileProvenance(source, { supplier: SUPPLIER, format: ID });
  const context = new FileContext(file);
  const pupils = new PupilContext(context);
  const batcher = createBatcher(batchSize);
  let header: CtfHeader | undefined;
  let settled = false;
  let pupilCount = 0;
  const records = readXmlRecords(source, {
    records: isRecord,
    signal,
    onProgress,
    encoding,
    onRoot: ({ name, attributes, line, column }) => {
      if (!isRoot(name)) refuseRoot(line, column);
      for (const attribute in attributes) {
        if (isMarkupAttribute(attribute)) continue;
        context.unknown(`/CTfile/@${attribute}`, { line, column, path: `/${name}` }, attributes[attribute]);
      }
    },
  });
  for await (const completed of records) {
    for (const record of completed) {
      const { name } = record.element;
      const isPupil = name === 'Pupil';
      if (name === 'Header' && header === undefined) {
        header = mapHeader(context, record, school);
        settled = true;
        onHeader?.(header);
      } else if (isPupil) {
        if (!settled) {
          context.issue('ctf-header-missing', { line: record.element.line, path: record.path });
          settleSchool(context, undefined, school);
          settled = true;
        }
        pupilCount++;
        mapPupil(pupils, record);
      } else putUnknown(context, record);
      const batch = batcher.add(context.take());
      if (batch !== undefined) yield batch;
    }
  }
  completeFileProvenance(file, source);
  if (pupilCount === 0) context.issue('ctf-no-pupils', {});
  const batch = batcher.add(context.take()) ?? batcher.flush();
  if (batch !== undefined) yield batch;
}

/**
 * Reads the DfE's Common Transfer File, versions 11 to 26, in one pass with bounded memory.
 *
 * Yields the source school, then each pupil with contacts, registrations, FSM, SEN, looked-after, attendance and
 * results. What canonical records have no field for is in `extensions` under the file's own names; values that were
 * converted or could not be read are in `sent`. A record whose key can't be read becomes an `unreadable` record with
 * an error issue. Field by field: docs/formats/ctf.md.
 *
 * @throws UnreadableInputError when the file is no CTF, or is damaged or cut short
 */
export const ctfParser: Parser<CtfParseOptions> = {
  id: ID,
  supplier: SUPPLIER,
  title: 'Common Transfer File (CTF)',
  detect,
  parse,
};
