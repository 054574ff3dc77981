import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import type { SyntheticFile } from '../../format.js';
import type { SyntheticPupil, SyntheticSchool } from '../../school.js';
import { csvFile, type XlsxCell } from '../shared/index.js';

/** One list of an export: a CSV file, or a sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  /** Rows of one pupil. */
  readonly rows: (pupil: SyntheticPupil) => Iterable<readonly XlsxCell[]>;
}

/** Records of one kind about a pupil. */
export function recordsOf<K extends RecordKind>({ records }: SyntheticPupil, kind: K): RecordOf<K>[] {
  return (records as readonly CanonicalRecord[]).filter(
    (record): record is RecordOf<K> => record.kind === kind,
  );
}

/** The registration at the school of the export. */
export function ownRegistration(
  pupil: SyntheticPupil,
  school: SyntheticSchool,
): RecordOf<'enrolment'> | undefined {
  return recordsOf(pupil, 'enrolment').find(({ attended }) => attended === school.laestab);
}

export function* rowsOf(
  sheet: Sheet,
  school: SyntheticSchool,
): Generator<readonly XlsxCell[], void, undefined> {
  for (const pupil of school.pupils()) yield* sheet.rows(pupil);
}

/** A list as CSV, with dates as `writeDate` has them. */
export function sheetCsv(
  sheet: Sheet,
  school: SyntheticSchool,
  prefix: string,
  writeDate: (date: string) => string,
  titleRows: readonly (readonly string[])[] = [],
): SyntheticFile {
  const text = (cell: XlsxCell): string | undefined =>
    cell === undefined
      ? undefined
      : cell instanceof Date
        ? writeDate(cell.toISOString().slice(0, 10))
        : String(cell);
  function* rows(): Generator<(string | undefined)[], void, undefined> {
    for (const row of rowsOf(sheet, school)) yield row.map(text);
  }
  return csvFile(`${prefix}_${sheet.name}.csv`, sheet.header, rows, { titleRows });
}
