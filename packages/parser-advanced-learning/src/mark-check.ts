import { attendanceCodes } from '@rollbook/model';
import { createCodeReader, type TableStart } from '@rollbook/parser-kit';
import { cell, columnOf, rowIssue, type RowStep } from './prepare-steps.js';

const words = createCodeReader(attendanceCodes);

/** Tells of each attendance code once that is neither the DfE's nor in the options; the mark keeps it as it was sent. */
export function markCheck(
  table: TableStart,
  id: string,
  own: ReadonlySet<string> = new Set(),
): RowStep | undefined {
  const code = columnOf(table, 'attendance-mark.code');
  if (code < 0) return undefined;
  const given = table.options.attendanceCodes ?? {};
  const known = (text: string): boolean =>
    text === '' || own.has(text) || Object.hasOwn(given, text) || words.read(text) !== undefined;
  return (cells, at) => {
    const text = cell(cells, code);
    if (!known(text) && table.once('attendance-code-unknown', text)) {
      rowIssue(table, at, {
        code: `${id}-attendance-code-unknown`,
        severity: 'query',
        message:
          'An attendance code is not one of the DfE’s; marks keep it as it was sent. Told once for each.',
        help: 'Say in the options what the school’s own code means (attendanceCodes).',
        field: 'code',
        value: text,
      });
    }
    return cells;
  };
}
