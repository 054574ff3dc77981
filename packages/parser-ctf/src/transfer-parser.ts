import { isLaestab, type Unreadable } from '@rollbook/model';
import {
  type Batch,
  completeFileProvenance,
  createBatcher,
  createFileProvenance,
  type Detection,
  elementToJson,
  type Head,
  type Parser,
  readXmlRecords,
  type Source,
  sniffXmlRoot,
  sniffXmlText,
  UnreadableInputError,
  type XmlRecord,
} from '@rollbook/parser-kit';
import type { CtfHeader } from './ctf-header.js';
import type { CtfParseOptions } from './ctf-parser.js';
import type { TransferEnvelope } from './envelope.js';
import { isMarkupAttribute } from './element-json.js';
import { FileContext } from './file-context.js';
import { mapHeader, settleSchool } from './map-header.js';
import { mapPupil } from './map-pupil.js';
import { PupilContext } from './pupil-context.js';

const SUPPLIER = 'dfe';

function isRoot({ roots }: TransferEnvelope, name: string): boolean {
  return roots.includes(name.toLowerCase());
}

function detect(envelope: TransferEnvelope, head: Head): Detection | undefined {
  const root = sniffXmlRoot(head.text);
  if (root === undefined || !isRoot(envelope, root.name)) return undefined;
  const [element = ''] = envelope.versions;
  const version = envelope.versions
    .map((name) => sniffXmlText(head.text, name))
    .find((text) => text !== undefined);
  const reason = `root element ${root.name}`;
  return version === undefined || version === ''
    ? { confidence: 0.9, reason }
    : { confidence: 1, reason: `${reason}, ${element} ${version}`, version };
}

function refuseRoot({ id, root, title }: TransferEnvelope, line: number, column: number): never {
  throw new UnreadableInputError(`${id}-root`, `The root element is not ${root}.`, {
    place: { line, column },
    help: `Check that the file is a ${title.replace(/ \(.*/, '')}, and not another export.`,
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

async function* parse(
  envelope: TransferEnvelope,
  source: Source,
  options: CtfParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const { school, batchSize, signal, onProgress, encoding, onHeader } = options;
  if (school !== undefined && !isLaestab(school)) throw new RangeError('school is a LAESTAB of seven digits');
  const file = createFileProvenance(source, { supplier: SUPPLIER, format: envelope.id });
  const context = new FileContext(file, envelope);
  const pupils = new PupilContext(context);
  const batcher = createBatcher(batchSize);
  let header: CtfHeader | undefined;
  let settled = false;
  let pupilCount = 0;
  const records = readXmlRecords(source, {
    // `Header` and any other child of the root, and every child of the pupils' element, so that nothing is passed over
    records: (names) => (names.length === 2 ? names[1] !== envelope.pupils : names.length === 3),
    signal,
    onProgress,
    encoding,
    onRoot: ({ name, attributes, line, column }) => {
      if (!isRoot(envelope, name)) refuseRoot(envelope, line, column);
      for (const attribute in attributes) {
        if (isMarkupAttribute(attribute)) continue;
        context.unknown(
          `/${envelope.root}/@${attribute}`,
          { line, column, path: `/${name}` },
          attributes[attribute],
        );
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

/** The parser of one envelope. */
export function createTransferParser(envelope: TransferEnvelope): Parser<CtfParseOptions> {
  return {
    id: envelope.id,
    supplier: SUPPLIER,
    title: envelope.title,
    detect: (head) => detect(envelope, head),
    parse: (source, options) => parse(envelope, source, options),
  };
}
