import { headingKey, type PreparedRow, type TableStart } from '@rollbook/parser-kit';
import { type AddedColumns, cell, columnOf, rowIssue } from './prepare-steps.js';

const SAME_RESULT = ['examid', 'moduleid', 'assessid', 'setid', 'groupid'];
const MOST_HELD = 2_000;

/**
 * Assessment data (table NSTURESULTS): `CriteriaData` comes in pieces of 40 characters, which `LineNum` puts in order.
 * What its numbers mean is in a table that the file lacks, so the whole text is kept, and no result is made up.
 */
export function resultRows(
  table: TableStart,
  added: AddedColumns,
): { row(row: PreparedRow): readonly PreparedRow[]; end(): readonly PreparedRow[] } | undefined {
  const keys = table.headings.map(headingKey);
  const data = keys.indexOf('criteriadata');
  const id = columnOf(table, 'pupil.supplierIds', 'pupil.upn');
  if (data < 0 || id < 0) return undefined;
  const line = keys.indexOf('linenum');
  const same = SAME_RESULT.map((key) => keys.indexOf(key)).filter((index) => index >= 0);
  const parts = table.columns.flatMap((meaning, i) => (meaning?.field === 'extension.keep' ? [i] : []));
  const whole = added.add('NSTURESULTS', { field: 'extension.keep' });
  let held: PreparedRow[] = [];
  let pupil = '';

  const join = (rows: readonly PreparedRow[]): PreparedRow => {
    const ordered =
      line < 0 ? rows : rows.toSorted((a, b) => Number(cell(a.cells, line)) - Number(cell(b.cells, line)));
    const first = rows[0] as PreparedRow;
    const cells = [...first.cells];
    const result: Record<string, string> = {};
    for (const index of parts) {
      const texts = ordered.map((row) =>
        index === data ? (row.cells[index] ?? '') : cell(row.cells, index),
      );
      const text =
        index === data ? texts.join('') : [...new Set(texts)].filter((each) => each !== '').join(' ');
      if (text !== '') result[table.headings[index] as string] = text;
      cells[index] = '';
    }
    cells[whole] = JSON.stringify(result);
    return { cells, at: first.at };
  };

  const flush = (): PreparedRow[] => {
    const results = new Map<string, PreparedRow[]>();
    for (const row of held) {
      const key = JSON.stringify(same.map((index) => cell(row.cells, index)));
      const pieces = results.get(key);
      if (pieces === undefined) results.set(key, [row]);
      else pieces.push(row);
    }
    held = [];
    return [...results.values()].map(join);
  };

  return {
    row(row) {
      if (table.once('results-kept')) {
        rowIssue(table, row.at, {
          code: 'cmis-results-kept',
          severity: 'info',
          message:
            'Assessment data is written in numbers whose meaning is in another table of CMIS. It was kept as an extension, and no results were made of it. Told once.',
          help: 'To have results, export a report with the subject, the name of the assessment and the grade.',
          field: 'CriteriaData',
        });
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
