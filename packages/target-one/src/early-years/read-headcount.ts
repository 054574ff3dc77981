import {
  type CanonicalRecord,
  type FileProvenance,
  formatIsoDate,
  isIsoDate,
  type JsonValue,
} from '@rollbook/model';
import {
  type Batch,
  completeFileProvenance,
  createBatcher,
  createFileProvenance,
  type Issue,
  type Item,
  readDelimited,
  type Source,
  UnreadableInputError,
} from '@rollbook/parser-kit';
import type { EarlyYearsChild } from './child.js';
import { EXTENSIONS, recordsOfChild } from './child-records.js';
import { unescapeCell } from './csv-cell.js';
import { type EarlyYearsIssueCode, earlyYearsIssue } from './early-years-issues.js';
import { readFlag, readNumber } from './fields.js';
import {
  foldHeading,
  type HeadcountColumn,
  headcountColumns,
  PARENT_NI,
  requiredColumns,
} from './headcount-columns.js';
import { addHours, yearlyHours } from './hours.js';

export interface ReadHeadcountOptions {
  /** Term of the headcount, `SPR`, `SUM` or `AUT`; records carry it. */
  readonly term?: string | undefined;
  /** Reads parents' national insurance numbers into `extensions.parentNI` of the funding. They are left out when not given. */
  readonly readParentNi?: boolean | undefined;
  /** Items in a batch, about; 500 when not given. */
  readonly batchSize?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a headcount CSV (`headcountColumns`) in batches of canonical records and issues: of each row a `pupil`, its
 * `early-years-funding` with the setting's URN as provider, and its `sen-provision`. Headings stand in any order and in any
 * case; dates are `YYYY-MM-DD` or `DD/MM/YYYY`; yes and no are `Y` and `N`. Weeks and the hours of a year are kept beside
 * the hours of a week. Columns that aren't known are not read at all, and named.
 *
 * @throws UnreadableInputError `headcount-header` where a column of {@link requiredColumns} isn't there, and what
 *   `readDelimited` throws.
 */
export async function* readHeadcount(
  source: Source,
  options: ReadHeadcountOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const file = createFileProvenance(source, { supplier: 'council', format: 'headcount' });
  const batcher = createBatcher(options.batchSize);
  let header: Header | undefined;
  for await (const { rows, at } of readDelimited(source, { signal: options.signal })) {
    for (const [index, row] of rows.entries()) {
      const line = at[index] ?? index + 1;
      let items: readonly Item[];
      if (header === undefined) {
        header = readHeader(row, line, options);
        items = header.issues;
      } else items = readRow(row, line, header, file, options);
      const batch = items.length === 0 ? undefined : batcher.add(items);
      if (batch !== undefined) yield batch;
    }
  }
  if (header === undefined) throw noHeader();
  completeFileProvenance(file, source);
  const rest = batcher.flush();
  if (rest !== undefined) yield rest;
}

interface Header {
  readonly columns: ReadonlyMap<HeadcountColumn | typeof PARENT_NI, number>;
  readonly width: number;
  readonly issues: readonly Issue[];
}

function readHeader(row: readonly string[], line: number, options: ReadHeadcountOptions): Header {
  const known = new Map([...headcountColumns, PARENT_NI].map((name) => [foldHeading(name), name] as const));
  const columns = new Map<HeadcountColumn | typeof PARENT_NI, number>();
  const issues: Issue[] = [];
  for (const [index, cell] of row.entries()) {
    const heading = cell.trim();
    if (heading === '') continue;
    const place = { line, row: line, columnName: heading };
    const name = known.get(foldHeading(heading)) as HeadcountColumn | typeof PARENT_NI | undefined;
    if (name === undefined)
      issues.push(earlyYearsIssue('headcount-column-unknown', place, { field: heading }));
    else if (columns.has(name))
      issues.push(earlyYearsIssue('headcount-column-twice', place, { field: name }));
    else if (name === PARENT_NI && options.readParentNi !== true)
      issues.push(earlyYearsIssue('headcount-parent-ni-left', place, { field: name }));
    else columns.set(name, index);
  }
  if (requiredColumns.some((name) => !columns.has(name))) throw noHeader();
  return { columns, width: row.length, issues };
}

function noHeader(): UnreadableInputError {
  return new UnreadableInputError('headcount-header', 'The first row is no header of a headcount.', {
    place: { line: 1 },
    help: `The first row has headings, and ${requiredColumns.join(', ')} among them (docs/formats/one-early-years.md).`,
  });
}

function readRow(
  row: readonly string[],
  line: number,
  { columns, width }: Header,
  file: FileProvenance,
  options: ReadHeadcountOptions,
): readonly Item[] {
  const issues: Issue[] = [];
  const place = { line, row: line };
  const issue = (code: EarlyYearsIssueCode, field?: string, value?: string): void =>
    void issues.push(
      earlyYearsIssue(code, field === undefined ? place : { ...place, columnName: field }, {
        ...(field === undefined ? {} : { field }),
        ...(value === undefined ? {} : { value }),
      }),
    );
  /** What was sent for dates that stand in another form, by field of the records. */
  const sent: Record<string, string> = {};
  const text = (column: HeadcountColumn | typeof PARENT_NI): string | undefined => {
    const index = columns.get(column);
    const cell = index === undefined ? '' : unescapeCell(row[index] ?? '');
    return cell === '' ? undefined : cell;
  };
  const read = <V>(column: HeadcountColumn, parse: (cell: string) => V | undefined): V | undefined => {
    const cell = text(column);
    const value = cell === undefined ? undefined : parse(cell);
    if (cell !== undefined && value === undefined) issue('early-years-value-unreadable', column, cell);
    return value;
  };
  const date = (column: HeadcountColumn, field: string): string | undefined => {
    const day = read(column, readDay);
    const cell = text(column);
    if (cell !== undefined && cell !== day) sent[field] = cell;
    return day;
  };

  if (row.slice(width).some((cell) => cell.trim() !== '')) issue('early-years-row-long');
  const urn = text('settingUrn');
  if (urn === undefined) {
    issue('headcount-setting-missing', 'settingUrn');
    return issues;
  }
  const hours = {
    funded: read('weeklyUniversal', readNumber),
    extended: read('weeklyExtended', readNumber),
    expanded: read('weeklyExpanded', readNumber),
  };
  const weeks = read('weeks', readNumber);
  const lines = ([1, 2, 3, 4, 5] as const).map((number) => text(`address${number}`) ?? '');
  while (lines.at(-1) === '') lines.pop();
  const address = defined({ lines: lines.length === 0 ? undefined : lines, postcode: text('postcode') });
  const weeksOf = (amount: number | undefined): number | undefined =>
    amount !== undefined && amount > 0 ? weeks : undefined;
  const child: EarlyYearsChild = defined({
    surname: text('surname'),
    forename: text('forename'),
    middleNames: text('middle'),
    birthDate: date('dob', 'birthDate'),
    sex: text('sex'),
    ethnicity: text('ethnicity'),
    fundedHours: hours.funded,
    extendedHours: hours.extended,
    expandedHours: hours.expanded,
    fundedWeeks: weeksOf(hours.funded),
    extendedWeeks: weeksOf(hours.extended),
    expandedWeeks: weeksOf(hours.expanded),
    eligibilityCode: text('eligibilityCode'),
    dafIndicator: read('daf', readFlag),
    senProvision: text('sen'),
    address: Object.keys(address).length === 0 ? undefined : address,
  });
  const stretched = read('stretched', readFlag);
  const inAll = addHours(hours.funded, hours.extended, hours.expanded);
  const extensions: Record<string, JsonValue> = defined({
    [EXTENSIONS.stretched]: stretched,
    // A stretched offer is told by the hours of a year; those of one term are not enough.
    [EXTENSIONS.yearlyHours]:
      stretched === true && weeks !== undefined ? yearlyHours(inAll, weeks) : undefined,
    [EXTENSIONS.consent]: read('eyppConsent', readFlag),
    [EXTENSIONS.present]: read('presentInCensusWeek', readFlag),
    [EXTENSIONS.twoSettings]: read('attendsTwoSettings', readFlag),
    [EXTENSIONS.parentNi]: text(PARENT_NI),
  });
  const startDate = date('startDate', 'startDate');
  const endDate = date('endDate', 'endDate');
  const records = recordsOfChild({
    urn,
    child,
    provenance: { file, place },
    term: options.term,
    childRef: text('childRef'),
    startDate,
    endDate,
    extensions,
  });
  if (records === undefined) {
    issue('headcount-child-missing', 'surname');
    return issues;
  }
  for (const record of records) addSent(record, sent);
  return [...records, ...issues];
}

function addSent(record: CanonicalRecord, sent: Readonly<Record<string, string>>): void {
  const fields =
    record.kind === 'pupil'
      ? ['birthDate']
      : record.kind === 'early-years-funding'
        ? ['startDate', 'endDate']
        : [];
  const own = Object.fromEntries(Object.entries(sent).filter(([field]) => fields.includes(field)));
  if (Object.keys(own).length > 0) Object.assign(record, { sent: own });
}

/** `YYYY-MM-DD` or `DD/MM/YYYY`. */
function readDay(text: string): string | undefined {
  if (isIsoDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? undefined : formatIsoDate(Number(year), Number(month), Number(day));
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
