import type { ColumnMeaning, Issue, PreparedRow, RowPreparer, TableStart } from '@rollbook/parser-kit';

/**
 * One change to a row: gives the row as it is or a copy, or undefined to leave it out. Cells of the columns that were
 * added stand behind those of the file.
 */
export type RowStep = (cells: readonly string[], at: number) => readonly string[] | undefined;

/** Columns that steps add behind those of a file. */
export class AddedColumns {
  readonly columns: { heading: string; meaning: ColumnMeaning }[] = [];
  readonly #first: number;

  constructor(first: number) {
    this.#first = first;
  }

  /** Index of the new column. */
  add(heading: string, meaning: ColumnMeaning): number {
    return this.#first + this.columns.push({ heading, meaning }) - 1;
  }
}

/** A row with room for the added columns; cells beyond the last heading stay last. */
export function widen(cells: readonly string[], columns: number, added: number): readonly string[] {
  if (added === 0) return cells;
  const wide = cells.slice(0, columns);
  while (wide.length < columns + added) wide.push('');
  for (let i = columns; i < cells.length; i++) wide.push(cells[i] as string);
  return wide;
}

/** The row with cells changed, given as index and text in turn. */
export function withCells(
  cells: readonly string[],
  ...changes: readonly (readonly [index: number, text: string])[]
): readonly string[] {
  const changed = cells.slice();
  for (const [index, text] of changed.length === 0 ? [] : changes) {
    while (changed.length <= index) changed.push('');
    changed[index] = text;
  }
  return changed;
}

/** A preparer that goes through `steps` with each row; undefined when there is nothing to do. */
export function preparerOf(
  { headings }: TableStart,
  added: AddedColumns,
  steps: readonly RowStep[],
): RowPreparer | undefined {
  if (steps.length === 0) return undefined;
  const columns = headings.length;
  const extra = added.columns.length;
  return {
    added: added.columns,
    row(cells, at, types): readonly PreparedRow[] {
      let row: readonly string[] | undefined = widen(cells, columns, extra);
      for (const step of steps) {
        row = step(row, at);
        if (row === undefined) return [];
      }
      return [{ cells: row, at, types }];
    },
  };
}

/** Index of the first column with one of these meanings; -1 for none. */
export function columnOf(table: TableStart, ...fields: readonly ColumnMeaning['field'][]): number {
  return table.columns.findIndex((meaning) => meaning !== undefined && fields.includes(meaning.field));
}

export function cell(cells: readonly string[], index: number): string {
  return index < 0 ? '' : (cells[index] ?? '').trim();
}

/** An issue about a row as a whole. */
export function rowIssue(
  table: TableStart,
  at: number,
  issue: Pick<Issue, 'code' | 'severity' | 'message' | 'help'> & { field?: string; value?: string },
): void {
  table.tell({ ...issue, place: table.placeOf(at) });
}
