import type { ColumnMeaning } from '@rollbook/parser-kit';

/** Says which pupil a row is about, for bringing rows together; undefined when nothing in it says so. */
export type PupilOfRow = (cells: readonly string[]) => string | undefined;

/**
 * By `primary_id`, else another id of SIMS, the UPN, the admission number, else by names and birth date. All
 * rows of a report have the same columns, but a value may be missing in some, so each row has its own first.
 */
export function pupilOfRow(columns: readonly (ColumnMeaning | undefined)[]): PupilOfRow {
  const where = (test: (meaning: ColumnMeaning) => boolean): number[] =>
    columns.flatMap((meaning, i) => (meaning !== undefined && test(meaning) ? [i] : []));
  const single = [
    ...where(({ field, parameter }) => field === 'pupil.supplierIds' && parameter === 'primaryId'),
    ...where(({ field, parameter }) => field === 'pupil.supplierIds' && parameter === 'personId'),
    ...where(({ field }) => field === 'pupil.upn'),
    ...where(({ field }) => field === 'enrolment.admissionNumber'),
  ];
  const together = where(
    ({ field }) =>
      field === 'pupil.surname' ||
      field === 'pupil.forename' ||
      field === 'pupil.fullName' ||
      field === 'pupil.birthDate',
  );
  return (cells) => {
    for (const index of single) {
      const cell = cells[index];
      if (cell !== undefined && cell !== '') return `${index} ${cell}`;
    }
    const names = together.map((index) => cells[index] ?? '').join('|');
    return names.replaceAll('|', '') === '' ? undefined : names;
  };
}
