import { createDelimitedWriter } from '@rollbook/parser-kit';
import type { ReportWriter, ShownIssue } from './report.js';
import { shownIssue } from './shown-issue.js';

const COLUMNS = [
  ...['file', 'severity', 'code', 'message', 'school', 'yearGroup', 'date', 'kind', 'field', 'status'],
  ...['line', 'column', 'row', 'columnName', 'sheet', 'path', 'help'],
];
const IDENTIFYING = ['value', 'key', 'pupilKey', 'pupil'];

/**
 * A report's issues as CSV (RFC 4180, UTF-8 with a byte order mark, by which Excel knows it), a row an issue and one
 * for a file that can't be read. Cells that a spreadsheet would take for formulas begin with an apostrophe. It keeps
 * nothing, and leaves figures out.
 */
export function createCsvReport(): ReportWriter {
  const write = createDelimitedWriter({ escapeFormulas: true });
  let identify = false;
  let path: string | null = null;
  return {
    begin(run) {
      identify = run.identify;
      return `\ufeff${write(identify ? [...COLUMNS, ...IDENTIFYING] : COLUMNS)}`;
    },
    beginFile(file) {
      path = file.path;
      return '';
    },
    issues(issues) {
      let text = '';
      for (const issue of issues) text += write(cellsOf(shownIssue(path, issue, identify)));
      return text;
    },
    endFile({ error }) {
      if (error === null) return '';
      return write(cellsOf(shownIssue(path, { issue: { severity: 'error', ...error } }, identify)));
    },
    end: () => '',
  };
}

function cellsOf(shown: ShownIssue): (string | undefined)[] {
  const { file, severity, code, message, school, yearGroup, date, kind, field, status, place, help } = shown;
  const { line, column, row, columnName, sheet, path } = place;
  const cells = [file, severity, code, message, school, yearGroup, date, kind, field, status]
    .concat([numberCell(line), numberCell(column), numberCell(row), columnName ?? null])
    .concat([sheet ?? null, path ?? null, help]);
  if ('value' in shown)
    cells.push(shown.value ?? null, shown.key ?? null, shown.pupilKey ?? null, shown.pupil ?? null);
  return cells.map((cell) => cell ?? undefined);
}

function numberCell(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}
