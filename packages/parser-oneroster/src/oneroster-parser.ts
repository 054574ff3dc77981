import { isLaestab } from '@rollbook/model';
import {
  type Batch,
  completeFileProvenance,
  createFileProvenance,
  type Parser,
  readDelimited,
  type Source,
  UnreadableInputError,
} from '@rollbook/parser-kit';
import { detect } from './detect.js';
import { FileContext } from './file-context.js';
import { findKind, type FoundKind, isSchoolDataSync, MANIFEST } from './file-kinds.js';
import { openHead } from '@rollbook/parser-kit';
import type { OneRosterParseOptions } from './options.js';
import { DemographicsReader } from './read-demographics.js';
import { EnrollmentsReader } from './read-enrollments.js';
import { OrgsReader } from './read-orgs.js';
import { OtherReader } from './read-other.js';
import { RolesReader } from './read-roles.js';
import { UsersReader } from './read-users.js';
import { Sink } from './sink.js';
import { Table } from './table.js';

const ID = 'oneroster';
const SUPPLIER = 'oneroster';

/** Reads the rows of one file. */
interface RowReader {
  read(cells: readonly string[], line: number): void;
  end?(): void;
}

function readerFor(context: FileContext, table: Table, sink: Sink): RowReader {
  switch (table.kind.name) {
    case 'users':
      return new UsersReader(context, table, sink);
    case 'demographics':
      return new DemographicsReader(context, table, sink);
    case 'roles':
      return new RolesReader(context, table, sink);
    case 'enrollments':
      return new EnrollmentsReader(context, table, sink);
    case 'orgs':
      return new OrgsReader(context, table, sink);
    default:
      return new OtherReader(context, table, sink);
  }
}

/** @throws UnreadableInputError for headings that are not OneRoster's */
function kindOf(headings: readonly string[], line: number): FoundKind {
  const place = { line };
  if (isSchoolDataSync(headings)) {
    throw new UnreadableInputError(
      'oneroster-school-data-sync',
      'The file is of Microsoft School Data Sync, which is not OneRoster though its files have the same names.',
      { place, help: 'Export OneRoster CSV, version 1.1 or 1.2.' },
    );
  }
  const kind = findKind(headings);
  if (kind !== undefined) return kind;
  throw new UnreadableInputError('oneroster-headings', 'The headings are those of no file of OneRoster.', {
    place,
    help: 'Check that the right file was chosen. The first row has the headings, sourcedId the first of them.',
  });
}

async function* parse(
  source: Source,
  options: OneRosterParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const { school, signal, onProgress, encoding } = options;
  if (school !== undefined && !isLaestab(school)) throw new RangeError('school is a LAESTAB of seven digits');
  await openHead(source, signal);
  const context = new FileContext(createFileProvenance(source, { supplier: SUPPLIER, format: ID }), options);
  const sink = new Sink(options.batchSize);
  let table: Table | undefined;
  let reader: RowReader | undefined;
  let rowCount = 0;
  for await (const { rows, at } of readDelimited(source, { signal, onProgress, encoding })) {
    for (let i = 0; i < rows.length; i++) {
      const cells = rows[i] as readonly string[];
      const line = at[i] as number;
      if (table === undefined || reader === undefined) {
        const headings = cells.map((cell) => cell.trim());
        const kind = kindOf(headings, line);
        if (kind.version !== undefined) context.file.version = kind.version;
        table = new Table(kind, headings);
        if (kind.name !== MANIFEST) sink.put(undefined, table.issues(context, line));
        reader = readerFor(context, table, sink);
        continue;
      }
      rowCount++;
      if (isToBeDeleted(table, cells)) {
        const id = cells[table.indexOf('sourcedId')] ?? '';
        sink.put(undefined, [
          context.issue('oneroster-to-be-deleted', { line }, { field: 'status', value: id }),
        ]);
      } else reader.read(cells, line);
    }
    yield* sink.take();
  }
  completeFileProvenance(context.file, source);
  if (table === undefined) kindOf([], 1);
  if (rowCount === 0) sink.put(undefined, [context.issue('oneroster-no-rows', {})]);
  reader?.end?.();
  yield* sink.end();
}

function isToBeDeleted(table: Table, cells: readonly string[]): boolean {
  const index = table.indexOf('status');
  return index >= 0 && cells[index]?.trim().toLowerCase() === 'tobedeleted';
}

/**
 * Reads one CSV file of a OneRoster set, version 1.1 or 1.2, by its headings. Users give pupils and the contacts that
 * they name, demographics date of birth and sex, roles and enrollments registrations, orgs schools; other files give an
 * issue and no records. Files of one set are joined by {@link OneRosterParseOptions.links}, else by ids alone. Heading
 * by heading: docs/formats/oneroster.md.
 *
 * @throws UnreadableInputError when the headings are none of the standard's, or the file can't be read
 */
export const onerosterParser: Parser<OneRosterParseOptions> = {
  id: ID,
  supplier: SUPPLIER,
  title: 'OneRoster CSV',
  detect,
  parse,
};
