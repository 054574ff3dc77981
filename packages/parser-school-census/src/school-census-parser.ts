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
import { type CensusHeader, judgeCollection, roundVersion } from './census-header.js';
import { readTerm } from './census-round.js';
import { isMarkupAttribute } from './element-json.js';
import { FileContext } from './file-context.js';
import { mapHeader, settleSchool } from './map-header.js';
import { mapPupil } from './map-pupil.js';
import { SchoolCollector } from './map-school.js';
import { PupilContext } from './pupil-context.js';

export interface CensusParseOptions extends ParseOptions {
  /** LAESTAB that the records belong to, whatever the header says. */
  readonly school?: string;
  /** Called once with the header, before any pupil. */
  readonly onHeader?: (header: CensusHeader) => void;
}

const ID = 'school-census';
const SUPPLIER = 'dfe';
const PUPILS_TAG = /<(?:[^\s<>/:]+:)?Pupils(?:NoLonger)?OnRoll[\s/>]/i;

function isRoot(name: string): boolean {
  return name.toLowerCase() === 'message';
}

/** Elements that hold records and are none; `Pupils` stands in `School` or beside it, by version and writer. */
const CONTAINERS = new Set(['school', 'pupils', 'pupilsonroll', 'pupilsnolongeronroll']);
const DEEPEST_CONTAINER = 4;

function isContainer(names: readonly string[], depth: number): boolean {
  for (let i = 1; i < depth; i++) if (!CONTAINERS.has((names[i] as string).toLowerCase())) return false;
  return true;
}

/** Every child of a container that is no container itself, so that nothing is passed over. */
function isRecord(names: readonly string[]): boolean {
  const depth = names.length;
  if (depth < 2 || depth > DEEPEST_CONTAINER + 1) return false;
  return isContainer(names, depth - 1) && (depth > DEEPEST_CONTAINER || !isContainer(names, depth));
}

function detect(head: Head): Detection | undefined {
  const root = sniffXmlRoot(head.text);
  if (root === undefined || !isRoot(root.name)) return undefined;
  const reason = `root element ${root.name}`;
  const collection = sniffXmlText(head.text, 'Collection') ?? '';
  const judged = judgeCollection(collection);
  if (judged === 'other') return undefined;
  if (judged === 'unknown') {
    // another collection, or none, is only taken for a census when its pupils are in sight
    return PUPILS_TAG.test(head.text)
      ? { confidence: 0.8, reason: `${reason} with pupils on roll` }
      : undefined;
  }
  const year = sniffXmlText(head.text, 'Year') ?? '';
  const term = readTerm(sniffXmlText(head.text, 'Term') ?? '');
  const version = /^\d{4}$/.test(year) ? roundVersion({ year: Number(year), ...(term && { term }) }) : term;
  return version === undefined
    ? { confidence: 0.95, reason: `${reason}, collection School Census` }
    : { confidence: 1, reason: `${reason}, collection School Census, ${version}`, version };
}

function refuseRoot(line: number, column: number): never {
  throw new UnreadableInputError('census-root', 'The root element is not Message.', {
    place: { line, column },
    help: 'Check that the file is a school census, and not another export.',
  });
}

/** An element beside the header, the school or the pupils, which no version has. */
function putUnknown(context: FileContext, { element, path }: XmlRecord): void {
  const place = { line: element.line, column: element.column, path };
  const record: Unreadable = {
    kind: 'unreadable',
    key: path,
    provenance: { file: context.file, place },
    intended: element.name,
    raw: elementToJson(element),
  };
  context.setSchool(record);
  context.out.push(record);
  context.issue('census-element-misplaced', place, {
    field: path,
    record: { kind: record.kind, key: record.key },
  });
}

/** True for a record whose path stands straight in `School`: `/Message/School/...`. */
function isOfSchool({ path }: XmlRecord): boolean {
  const from = path.indexOf('/', 1);
  const to = path.indexOf('/', from + 1);
  if (to < 0 || path.includes('/', to + 1)) return false;
  return /^school(\[\d+\])?$/i.test(path.slice(from + 1, to));
}

async function* parse(
  source: Source,
  options: CensusParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const { school: given, batchSize, signal, onProgress, encoding, onHeader } = options;
  if (given !== undefined && !isLaestab(given)) throw new RangeError('school is a LAESTAB of seven digits');
  const file = createFileProvenance(source, { supplier: SUPPLIER, format: ID });
  const context = new FileContext(file);
  const pupils = new PupilContext(context);
  const school = new SchoolCollector(context);
  const batcher = createBatcher(batchSize);
  let isSettled = false;
  let pupilCount = 0;

  const beginPupil = (record: XmlRecord): void => {
    if (!isSettled) {
      context.issue('census-header-missing', { line: record.element.line, path: record.path });
      settleSchool(context, undefined, given);
      isSettled = true;
    }
    // a school whose modules come behind its pupils is put out at the end
    if (pupilCount === 0 && school.hasModules) school.put();
    pupilCount++;
  };

  const read = (record: XmlRecord): void => {
    switch (record.element.name.toLowerCase()) {
      case 'header':
        if (isSettled) break;
        isSettled = true;
        {
          const header = mapHeader(context, record, given);
          school.setHeader(header, record);
          onHeader?.(header);
        }
        return;
      case 'pupilonroll':
        beginPupil(record);
        mapPupil(pupils, record, true);
        return;
      case 'pupilnolongeronroll':
        beginPupil(record);
        mapPupil(pupils, record, false);
        return;
    }
    if (school.isOpen && isOfSchool(record)) school.add(record);
    else putUnknown(context, record);
  };

  const records = readXmlRecords(source, {
    records: isRecord,
    signal,
    onProgress,
    encoding,
    onRoot: ({ name, attributes, line, column }) => {
      if (!isRoot(name)) refuseRoot(line, column);
      for (const attribute in attributes) {
        if (isMarkupAttribute(attribute)) continue;
        context.unknown(`/@${attribute}`, { line, column, path: `/${name}` }, attributes[attribute]);
      }
    },
  });
  for await (const completed of records) {
    for (const record of completed) {
      read(record);
      const batch = batcher.add(context.take());
      if (batch !== undefined) yield batch;
    }
  }
  completeFileProvenance(file, source);
  school.put();
  if (pupilCount === 0) context.issue('census-no-pupils', {});
  const batch = batcher.add(context.take()) ?? batcher.flush();
  if (batch !== undefined) yield batch;
}

/**
 * Reads the DfE's School Census, the return that a school makes each term, from about 2012 on, in one pass with
 * bounded memory.
 *
 * Yields the school, then each pupil on roll and each who left, with registration, FSM, SEN, care, service child,
 * funded early years, suspensions and exclusions, and sums of attendance. What canonical records have no field for
 * is in `extensions` under the file's own names; values that were converted or could not be read are in `sent`. A
 * record whose key can't be read becomes an `unreadable` record with an error issue. Item by item:
 * docs/formats/school-census.md.
 *
 * @throws UnreadableInputError when the file is no school census, or is damaged or cut short
 */
export const schoolCensusParser: Parser<CensusParseOptions> = {
  id: ID,
  supplier: SUPPLIER,
  title: 'DfE School Census',
  detect,
  parse,
};
