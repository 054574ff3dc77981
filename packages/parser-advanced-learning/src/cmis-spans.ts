import { headingKey, type PreparedRow, type TableStart } from '@rollbook/parser-kit';
import { type AddedColumns, cell, columnOf, rowIssue, withCells } from './prepare-steps.js';

/** When the registers are called, in minutes since midnight. */
export interface RollCalls {
  readonly am: number;
  readonly pm: number;
}

/** Minutes since midnight, from `540` or `09:00`. */
export function readMinutes(text: string): number | undefined {
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  const minutes =
    clock !== null ? Number(clock[1]) * 60 + Number(clock[2]) : /^\d{1,4}$/.test(text) ? Number(text) : -1;
  return minutes >= 0 && minutes <= 1_440 ? minutes : undefined;
}

/**
 * Absences and lates are spans of a day (table ATTDETAIL): a span over a roll call is a mark of that session. One that
 * lies between the two is no mark; it is kept as an extension of the pupil.
 */
export function spanRows(
  table: TableStart,
  added: AddedColumns,
  { am, pm }: RollCalls,
): ((row: PreparedRow) => readonly PreparedRow[]) | undefined {
  const keys = table.headings.map(headingKey);
  const start = keys.indexOf('starttime');
  const finish = keys.indexOf('finishtime');
  const date = columnOf(table, 'attendance-mark.date');
  const code = columnOf(table, 'attendance-mark.code');
  if (start < 0 || finish < 0 || date < 0 || code < 0 || columnOf(table, 'attendance-mark.session') >= 0)
    return undefined;
  const session = added.add('Session', { field: 'attendance-mark.session' });
  const between = added.add('Absence between roll calls', { field: 'extension.keep' });
  return (row) => {
    const { cells, at } = row;
    if (cell(cells, date) === '' && cell(cells, code) === '') return [row];
    const from = readMinutes(cell(cells, start));
    const to = readMinutes(cell(cells, finish));
    const over = (time: number): boolean =>
      from !== undefined && to !== undefined && from <= time && to >= time;
    const rows: PreparedRow[] = [];
    if (over(am)) rows.push({ cells: withCells(cells, [session, 'AM']), at });
    if (over(pm)) rows.push({ cells: withCells(cells, [session, 'PM']), at });
    if (rows.length > 0) return rows;
    const span = `${cell(cells, start)}-${cell(cells, finish)}`;
    rowIssue(table, at, {
      code: 'cmis-span-without-session',
      severity: 'query',
      message:
        'An absence or late covers neither roll call, so that it is no session’s mark. It was kept as an extension.',
      help: 'Check the times; say when roll is called in the options (rollCalls), in minutes since midnight.',
      field: 'session',
      value: span,
    });
    const text = [cell(cells, date), span, cell(cells, code)].filter((part) => part !== '').join(' ');
    return [{ cells: withCells(cells, [date, ''], [code, ''], [between, text]), at }];
  };
}
