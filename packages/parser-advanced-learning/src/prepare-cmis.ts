import type { PreparedRow, RowPreparer, TableStart } from '@rollbook/parser-kit';
import { admissionNumbers } from './admission-numbers.js';
import { resultRows } from './cmis-results.js';
import { setRows } from './cmis-sets.js';
import { type RollCalls, spanRows } from './cmis-spans.js';
import { markCheck } from './mark-check.js';
import { AddedColumns, rowIssue, widen } from './prepare-steps.js';

/** Numbers of pages differ from page to page. */
function pageText(cells: readonly string[]): string {
  return [...new Set(cells.filter((cell) => cell.trim() !== ''))].join(' ').replace(/\d+/g, '#');
}

/** What rows of CMIS need before they can be read: pages of reports, data sets, spans of absence, pieces of results. */
export function prepareCmis(table: TableStart, rollCalls: RollCalls): RowPreparer | undefined {
  const added = new AddedColumns(table.headings.length);
  const sets = setRows(table, added);
  const results = resultRows(table, added);
  const spans = spanRows(table, added, rollCalls);
  const check = markCheck(table, 'cmis');
  const numbers = admissionNumbers(table, added, ['admissionNumber', 'studentId']);
  const titles = new Set(table.titles.filter((title) => title !== '').map((title) => pageText([title])));
  if (titles.size === 0 && [sets, results, spans, check, numbers].every((part) => part === undefined))
    return undefined;
  const columns = table.headings.length;
  const extra = added.columns.length;

  /** A title row, printed again on a new page. */
  const isPageLine = (cells: readonly string[]): boolean => {
    if (titles.size === 0) return false;
    let filled = 0;
    for (const cell of cells) if (cell !== '' && ++filled > 2) return false;
    return titles.has(pageText(cells));
  };
  const afterSets = (rows: readonly PreparedRow[]): readonly PreparedRow[] =>
    results === undefined ? rows : rows.flatMap((row) => results.row(row));
  const afterResults = (rows: readonly PreparedRow[]): readonly PreparedRow[] => {
    for (const row of rows) check?.(row.cells, row.at);
    return spans === undefined ? rows : rows.flatMap(spans);
  };

  return {
    added: added.columns,
    row(cells, at, types) {
      if (isPageLine(cells)) {
        rowIssue(table, at, {
          code: 'cmis-page-line',
          severity: 'info',
          message: 'A line that heads a page of the report stands again between the rows. It was left out.',
          help: 'Nothing to do.',
        });
        return [];
      }
      const wide = widen(cells, columns, extra);
      const row: PreparedRow = { cells: numbers?.(wide, at) ?? wide, at, types };
      return afterResults(afterSets(sets === undefined ? [row] : sets.row(row)));
    },
    end: () => {
      const rows = afterSets(sets?.end() ?? []);
      return afterResults([...rows, ...(results?.end() ?? [])]);
    },
  };
}
