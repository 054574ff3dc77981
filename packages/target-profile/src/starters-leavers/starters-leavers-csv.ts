import { isIsoDate } from '@rollbook/model';
import {
  delimiterOfHeader,
  headText,
  type Issue,
  readDelimited,
  type Source,
  UnreadableInputError,
  writeDelimited,
} from '@rollbook/parser-kit';
import { startersLeaversIssues, type StartersLeaversIssueCode } from './starters-leavers-issues.js';
import {
  dateFields,
  startersLeaversLayouts,
  type StartersLeaversKind,
  type StartersLeaversRow,
} from './starters-leavers-layouts.js';

/**
 * Writes a list as One IYSS takes it: comma separated, dates dd/mm/yyyy, what isn't known left empty. Cells that a spreadsheet
 * would run begin with an apostrophe.
 */
export async function* writeStartersLeavers<K extends StartersLeaversKind>(
  kind: K,
  rows: AsyncIterable<StartersLeaversRow<K>> | Iterable<StartersLeaversRow<K>>,
): AsyncGenerator<string, void, undefined> {
  const layout: readonly (readonly [string, string])[] = startersLeaversLayouts[kind];
  async function* cells(): AsyncGenerator<(string | undefined)[], void, undefined> {
    yield layout.map(([heading]) => heading);
    for await (const row of rows)
      yield layout.map(([, field]) => {
        const value = (row as Readonly<Record<string, string | undefined>>)[field];
        return value !== undefined && dateFields.has(field)
          ? value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
          : value;
      });
  }
  yield* writeDelimited(cells(), { escapeFormulas: true });
}

/** A row as it was read; of a date that is none the cell is in `sent`. */
export interface ReadStartersLeaversRow {
  readonly kind: StartersLeaversKind;
  readonly line: number;
  readonly row: StartersLeaversRow;
  readonly sent?: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/**
 * Reads a list of starters and leavers; which of the two it is tell its headings, in any order and with others beside them.
 *
 * @throws UnreadableInputError `starters-header` for a table of another kind, and what `readDelimited` throws.
 */
export async function* readStartersLeavers(
  source: Source,
): AsyncGenerator<ReadStartersLeaversRow[], void, undefined> {
  let columns: (string | undefined)[] | undefined;
  let kind: StartersLeaversKind = 'education';
  const delimiter = delimiterOfHeader(
    await headText(source, undefined),
    (cells) => kindOf(cells) !== undefined,
  );
  for await (const { rows, at } of readDelimited(source, { delimiter })) {
    const batch: ReadStartersLeaversRow[] = [];
    for (let i = 0; i < rows.length; i++) {
      const cells = rows[i] ?? [];
      const line = at[i] ?? 1;
      if (columns === undefined) {
        const found = kindOf(cells);
        if (found === undefined) throw noHeader();
        kind = found;
        columns = cells.map((cell) => fieldOf(found, cell));
      } else batch.push(readRow(kind, columns, cells, line));
    }
    if (batch.length > 0) yield batch;
  }
  if (columns === undefined) throw noHeader();
}

const fold = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '');

/** Undefined for the header of another table. */
function kindOf(header: readonly string[]): StartersLeaversKind | undefined {
  const names = new Set(header.map(fold));
  if (!names.has('surname') || !names.has('startdate')) return undefined;
  return names.has('dfeno') ? 'education' : names.has('ukprn') ? 'training' : undefined;
}

function noHeader(): UnreadableInputError {
  return new UnreadableInputError(
    'starters-header',
    'The first row is the header of no list of starters and leavers.',
    {
      place: { line: 1 },
      help: 'Surname, StartDate and DfENo (education) or UKPRN (training) must be there.',
    },
  );
}

function fieldOf(kind: StartersLeaversKind, heading: string): string | undefined {
  return startersLeaversLayouts[kind].find(([name]) => fold(name) === fold(heading))?.[1];
}

function readRow(
  kind: StartersLeaversKind,
  columns: readonly (string | undefined)[],
  cells: readonly string[],
  line: number,
): ReadStartersLeaversRow {
  const row: Record<string, string> = {};
  const sent: Record<string, string> = {};
  const issues: Issue[] = [];
  const tell = (code: StartersLeaversIssueCode, field?: string, value?: string): void => {
    issues.push(startersLeaversIssue(code, line, field, value));
  };
  cells.forEach((cell, index) => {
    const value = cell.trim().replace(/^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, '');
    const field = columns[index];
    if (value === '') return;
    if (index >= columns.length) tell('starters-row-long');
    if (field === undefined) return;
    if (!dateFields.has(field)) row[field] = value;
    else {
      const iso = value.replace(
        /^(\d\d?)\/(\d\d?)\/(\d{4})$/,
        (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
      );
      if (isIsoDate(iso)) row[field] = iso;
      else {
        sent[field] = value;
        tell('starters-date-unreadable', field, value);
      }
    }
  });
  if (row.surname === undefined || (row.upn === undefined && row.birthDate === undefined))
    tell('starters-name-missing');
  if (row.startDate !== undefined && row.endDate !== undefined && row.endDate < row.startDate)
    tell('starters-end-before-start', 'endDate', row.endDate);
  return { kind, line, row, issues, ...(Object.keys(sent).length === 0 ? {} : { sent }) };
}

export function startersLeaversIssue(
  code: StartersLeaversIssueCode,
  line: number | undefined,
  field?: string,
  value?: string,
): Issue {
  const { severity, message, help } = startersLeaversIssues[code];
  return {
    ...{ code, severity, message, help, place: line === undefined ? {} : { line } },
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
  };
}
