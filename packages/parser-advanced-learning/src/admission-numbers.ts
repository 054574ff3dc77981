import type { ColumnMeaning, TableStart } from '@rollbook/parser-kit';
import { type AddedColumns, cell, columnOf, type RowStep, withCells } from './prepare-steps.js';

/** Kinds of which each row holds one: their tables are no lists of pupils. */
const ROW_KINDS = /^(?:attendance-mark|marks|attendance-summary|exclusion|assessment-result)\./;

/** A table that says who pupils are or where they are on roll, and not what happened to them. */
function listsPupils({ columns }: TableStart): boolean {
  const fields = columns.flatMap((meaning) => (meaning === undefined ? [] : [meaning.field]));
  return (
    !fields.some((field) => ROW_KINDS.test(field) || field.startsWith('enrolment.attended')) &&
    fields.some(
      (field) => field.startsWith('enrolment.') || field === 'pupil.surname' || field === 'pupil.fullName',
    )
  );
}

/**
 * Copies the number that a pupil is known by to the registration, in lists of pupils alone. In a list of marks it
 * would make a registration without an entry date beside the one that there is.
 */
export function admissionNumbers(
  table: TableStart,
  added: AddedColumns,
  names: readonly string[],
): RowStep | undefined {
  const from = table.columns.findIndex(
    (meaning?: ColumnMeaning) =>
      meaning?.field === 'pupil.supplierIds' && names.includes(meaning.parameter ?? ''),
  );
  if (from < 0 || !listsPupils(table) || columnOf(table, 'enrolment.admissionNumber') >= 0) return undefined;
  const to = added.add(`${(table.headings[from] ?? '').trim()} (admission number)`, {
    field: 'enrolment.admissionNumber',
  });
  return (cells) => {
    const text = cell(cells, from);
    return text === '' ? cells : withCells(cells, [to, text]);
  };
}
