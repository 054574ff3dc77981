import { headingKey, type PreparedRow, type TableStart } from '@rollbook/parser-kit';
import { type AddedColumns, cell, columnOf, rowIssue } from './prepare-steps.js';

/** Pupils whose newest row is remembered, for files that are not in order of pupils. */
const MOST_REMEMBERED = 20_000;
/** Rows of one pupil that are held back to find the newest set. */
const MOST_HELD = 2_000;

interface Newest {
  readonly set: string;
  readonly cells: readonly string[];
}

/** Hands rows on with the newest set of each pupil first, and older sets as history. */
export interface SetRows {
  row(row: PreparedRow): readonly PreparedRow[];
  end(): readonly PreparedRow[];
}

/** A year that a set is named for, so that `2009/2010` and `09/10` compare; the name itself where there is none. */
function setYear(set: string): string {
  const match = /(\d{4}|\d{2})\s*[/-]\s*(?:\d{4}|\d{2})/.exec(set);
  if (match === null) return set;
  const [, year = ''] = match;
  return year.length === 4 ? year : `20${year}`;
}

/**
 * Rows repeat a pupil for each data set, which is a school year. The newest set says who the pupil is and where; what
 * older ones say otherwise is kept in `extensions`, and their marks, provisions and the like count as they are.
 */
export function setRows(table: TableStart, added: AddedColumns): SetRows | undefined {
  const set = table.headings.findIndex((heading) => headingKey(heading) === 'setid');
  const id = columnOf(table, 'pupil.supplierIds', 'pupil.upn');
  if (set < 0 || id < 0) return undefined;
  const about = table.columns.flatMap((meaning, i) =>
    meaning !== undefined && /^(?:pupil|enrolment)\./.test(meaning.field) ? [i] : [],
  );
  const history = added.add('Earlier SetId', { field: 'extension.keep' });
  const newest = new Map<string, Newest>();
  let held: PreparedRow[] = [];
  let pupil = '';

  const remember = (name: string, found: Newest): void => {
    if (newest.size >= MOST_REMEMBERED && !newest.has(name)) {
      for (const oldest of newest.keys()) {
        newest.delete(oldest);
        break;
      }
    }
    newest.set(name, found);
  };

  const asHistory = ({ cells, at, types }: PreparedRow, { cells: current }: Newest): PreparedRow => {
    const changed = [...cells];
    const differing: string[] = [];
    for (const index of about) {
      const text = cell(cells, index);
      if (text !== '' && text !== cell(current, index))
        differing.push(`${table.headings[index] ?? ''} ${text}`);
      changed[index] = current[index] ?? '';
    }
    if (differing.length > 0) changed[history] = `${cell(cells, set)}: ${differing.join('; ')}`;
    if (table.once('set-older')) {
      rowIssue(table, at, {
        code: 'cmis-set-older',
        severity: 'info',
        message:
          'The file holds rows of several data sets. The newest gives pupil and registration; what older ones say otherwise was kept as an extension. Told once.',
        help: 'Nothing to do. To leave older years out, choose one data set in the report.',
      });
    }
    return { cells: changed, at, types };
  };

  const flush = (): PreparedRow[] => {
    const rows = held;
    held = [];
    if (rows.length === 0) return rows;
    let best = newest.get(pupil);
    for (const { cells } of rows) {
      const name = cell(cells, set);
      if (best === undefined || setYear(name) > setYear(best.set)) best = { set: name, cells };
    }
    const found = best as Newest;
    remember(pupil, found);
    const current = rows.filter(({ cells }) => cell(cells, set) === found.set);
    const older = rows.filter(({ cells }) => cell(cells, set) !== found.set);
    return [...current, ...older.map((row) => asHistory(row, found))];
  };

  return {
    row(row) {
      const name = cell(row.cells, set);
      if (/test/i.test(name)) {
        if (table.once('set-test', name)) {
          rowIssue(table, row.at, {
            code: 'cmis-set-test',
            severity: 'info',
            message: 'Rows of a data set with “test” in its name were left out. Told once for each set.',
            help: 'Nothing to do, unless the set holds real pupils: then rename it.',
            field: table.headings[set] as string,
            value: name,
          });
        }
        return [];
      }
      const whose = cell(row.cells, id);
      if (whose === pupil && held.length < MOST_HELD) {
        held.push(row);
        return [];
      }
      const done = flush();
      pupil = whose;
      held = [row];
      return done;
    },
    end: flush,
  };
}
