import type { JsonValue } from '@rollbook/model';
import {
  delimiterOfHeader,
  headText,
  readDelimited,
  type Source,
  UnreadableInputError,
} from '@rollbook/parser-kit';
import { extraCsvColumns, type NccisCsvColumn, nccisCsvColumns } from './csv-columns.js';
import { type NccisBatch, NccisIssueSink, type NccisItem } from './nccis-item.js';
import type { ReadNccisOptions } from './read-nccis-xml.js';
import type { NccisYoungPerson } from './young-person.js';

export type ReadNccisCsvOptions = ReadNccisOptions;

/** Without these a table is some other list. */
const NEEDED = ['youngpersonsid', 'activitycode'];

const fold = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a first row is the header of the flat CSV. */
export function isNccisHeader(row: readonly string[]): boolean {
  const names = new Set(row.map(fold));
  return NEEDED.every((name) => names.has(name));
}

interface Column {
  readonly heading: string;
  readonly known: NccisCsvColumn | undefined;
}

/**
 * Reads the flat CSV of the return: columns by their headings, in any order; of two that are alike the first is Year 11's, the
 * second Year 12's. It has no header record. Columns that aren't known are kept in `extensions`.
 *
 * @throws UnreadableInputError `nccis-header` for a table of another kind, and what `readDelimited` throws.
 */
export async function* readNccisCsv(
  source: Source,
  options: ReadNccisCsvOptions = {},
): AsyncGenerator<NccisBatch, void, undefined> {
  const { batchSize = 500, ...reading } = options;
  let out: NccisItem[] = [];
  const issues = new NccisIssueSink((item) => out.push(item));
  let columns: readonly Column[] | undefined;
  let people = 0;
  const start = options.encoding === undefined ? await headText(source, options.signal) : undefined;
  const delimiter = start === undefined ? undefined : delimiterOfHeader(start, isNccisHeader);
  for await (const { rows, at } of readDelimited(source, { ...reading, delimiter })) {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? [];
      const line = at[i] ?? 1;
      if (columns === undefined) {
        columns = columnsOf(row, issues, line);
        continue;
      }
      people++;
      out.push(personOf(columns, row, people, line, issues));
      if (out.length >= batchSize) {
        yield out;
        out = [];
      }
    }
  }
  if (columns === undefined) throw noHeader();
  if (people === 0) issues.tell('nccis-no-people', {});
  if (out.length > 0) yield out;
}

function noHeader(): UnreadableInputError {
  return new UnreadableInputError('nccis-header', 'The first row is no header of the NCCIS return.', {
    place: { line: 1 },
    help: 'The columns YoungPersonsID and ActivityCode must be there. Check that it is the right file.',
  });
}

function columnsOf(row: readonly string[], issues: NccisIssueSink, line: number): Column[] {
  if (!isNccisHeader(row)) throw noHeader();
  const left = [...nccisCsvColumns, ...extraCsvColumns];
  return row.map((heading) => {
    const index = left.findIndex(
      (column) => fold(column.heading) === fold(heading) || isOther(column, heading),
    );
    const known = index < 0 ? undefined : left.splice(index, 1)[0];
    if (known === undefined) issues.tellOnce('nccis-element-unknown', { line, columnName: heading }, heading);
    else if (known.heading !== heading)
      issues.tellOnce('nccis-spelling', { line, columnName: heading }, heading);
    return { heading, known };
  });
}

/** Names of before 2015, and of the XML. */
function isOther({ heading }: NccisCsvColumn, found: string): boolean {
  const name = fold(found);
  return (heading === 'Surname' && name === 'familyname') || (heading === 'SENDFlag' && name === 'lddflag');
}

function personOf(
  columns: readonly Column[],
  row: readonly string[],
  index: number,
  line: number,
  issues: NccisIssueSink,
): NccisItem {
  // The CSV has no blocks; a row is a person with an activity, also where nothing is told of it.
  const person: NccisYoungPerson = { activity: {} };
  let extensions: Map<string, JsonValue> | undefined;
  for (let i = 0; i < row.length; i++) {
    const cell = (row[i] ?? '').trim();
    if (cell === '') continue;
    const column = columns[i];
    if (column?.known) column.known.write(person, cell);
    else {
      if (column === undefined) issues.tell('nccis-row-long', { line });
      const name = column?.heading ?? `column ${i + 1}`;
      const kept = (extensions ??= new Map());
      // Of two columns alike each is kept.
      kept.set(kept.has(name) ? `${name} (column ${i + 1})` : name, cell);
    }
  }
  const place = { line };
  return {
    type: 'person',
    person,
    place,
    index,
    ...(extensions && { extensions: Object.fromEntries(extensions) }),
  };
}
