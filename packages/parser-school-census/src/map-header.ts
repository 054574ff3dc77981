import { formatLaestab, isLaestab } from '@rollbook/model';
import { UnreadableInputError, type XmlRecord } from '@rollbook/parser-kit';
import { type CensusHeader, judgeCollection, roundVersion } from './census-header.js';
import { readTerm } from './census-round.js';
import { ElementFields, readModule, type ReadField, readRecord } from './element-fields.js';
import type { FileContext } from './file-context.js';
import { RecordDraft } from './record-draft.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface HeaderTarget {
  readonly header: Writable<CensusHeader>;
  readonly levels: string[];
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

type HeaderText =
  | 'collection'
  | 'sourceLevel'
  | 'la'
  | 'establishment'
  | 'urn'
  | 'softwareCode'
  | 'release'
  | 'serialNo'
  | 'dateTime';

function text(field: HeaderText): ReadField<HeaderTarget> {
  return ({ header }, element, draft) => {
    const value = draft.text(element, field);
    if (value !== undefined) header[field] = value;
  };
}

const container: ReadField<HeaderTarget> = (target, element, draft) => {
  readModule(element, HEADER_FIELDS, target, draft);
};

const HEADER_FIELDS: ElementFields<HeaderTarget> = new ElementFields<HeaderTarget>(
  {
    CollectionDetails: container,
    Source: container,
    Content: container,
    CBDSLevels: container,
    Collection: text('collection'),
    Term: ({ header }, element, draft) => {
      const sent = draft.text(element, 'term');
      if (sent === undefined) return;
      const term = readTerm(sent);
      if (term === undefined) draft.keep(element);
      else header.term = term;
    },
    Year: ({ header }, element, draft) => {
      const year = draft.integer(element, 'year', FIRST_YEAR, LAST_YEAR);
      if (year !== undefined) header.year = year;
    },
    ReferenceDate: ({ header }, element, draft) => {
      const date = draft.date(element, 'referenceDate');
      if (date !== undefined) header.referenceDate = date;
    },
    SourceLevel: text('sourceLevel'),
    LEA: text('la'),
    Estab: text('establishment'),
    URN: text('urn'),
    SoftwareCode: text('softwareCode'),
    Release: text('release'),
    SerialNo: text('serialNo'),
    DateTime: text('dateTime'),
    // the version of the schema, where a writer says it
    XVersion: (_, element, draft) => {
      draft.keep(element);
    },
  },
  {
    CBDSLevel: ({ levels }, element, draft) => {
      const level = draft.text(element, `levels.${levels.length}`);
      if (level !== undefined) levels.push(level);
    },
  },
);

/** Decides whose records the file holds: what the caller says, or the school of the header. */
export function settleSchool(
  context: FileContext,
  header: CensusHeader | undefined,
  given: string | undefined,
): void {
  context.school = given ?? header?.laestab;
  if (context.school === undefined) context.issue('census-school-missing', {}, { field: 'school' });
}

/**
 * Reads a `Header`: docs/formats/school-census.md, Header.
 *
 * @throws UnreadableInputError when it is the header of another return
 */
export function mapHeader(
  context: FileContext,
  { element, path }: XmlRecord,
  given: string | undefined,
): CensusHeader {
  const draft = new RecordDraft(context);
  draft.begin(element, path, '/Header');
  const header: Writable<CensusHeader> = {};
  const target: HeaderTarget = { header, levels: [] };
  readRecord(element, HEADER_FIELDS, target, draft);
  const place = { line: element.line, column: element.column, path };
  const judged = header.collection === undefined ? 'unknown' : judgeCollection(header.collection);
  if (judged === 'other') {
    throw new UnreadableInputError(
      'census-collection',
      'The file is another return than the school census.',
      {
        place,
        help: 'Choose the school census for this school: its header has the collection SC.',
      },
    );
  }
  if (judged === 'unknown') {
    context.issue('census-collection-unknown', place, {
      field: 'collection',
      ...(header.collection === undefined ? {} : { value: header.collection }),
    });
  }
  if (header.la !== undefined && header.establishment !== undefined) {
    const laestab = formatLaestab(header.la, header.establishment);
    if (laestab !== undefined && isLaestab(laestab)) header.laestab = laestab;
  }
  if (target.levels.length > 0) header.levels = target.levels;
  const extensions = draft.extensions();
  if (extensions !== undefined) header.extensions = extensions;
  const version = roundVersion(header);
  if (version !== undefined) context.file.version = version;
  const yearOfDay = header.referenceDate === undefined ? undefined : Number(header.referenceDate.slice(0, 4));
  context.round = { year: yearOfDay ?? header.year, term: header.term };
  if (header.year !== undefined && yearOfDay !== undefined && header.year !== yearOfDay) {
    context.issue('census-year-differs', place, { field: 'year', value: String(header.year) });
  }
  if (header.year === undefined || header.term === undefined) {
    context.issue('census-round-unknown', place, { field: header.term === undefined ? 'term' : 'year' });
  }
  settleSchool(context, header, given);
  draft.putIssues();
  return header;
}
