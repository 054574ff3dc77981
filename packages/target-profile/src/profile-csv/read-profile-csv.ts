import { isIsoDate } from '@rollbook/model';
import { readDelimited, type Source, UnreadableInputError } from '@rollbook/parser-kit';
import { type ProfileField, profileFields } from './profile-fields.js';
import type { ProfileCsv } from './profile-layout.js';

/** A row, by heading; dates are `YYYY-MM-DD`, mapped codes stay as they were written, and empty cells aren't there. */
export interface ProfileRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads back what {@link writeProfileCsv} wrote by a layout, in batches of rows.
 *
 * @throws UnreadableInputError `profile-csv-header` for other headings, `profile-csv-row` for a row of another length,
 *   and what `readDelimited` throws.
 */
export async function* readProfileCsv(
  source: Source,
  layout: ProfileCsv,
): AsyncGenerator<ProfileRow[], void, undefined> {
  const { columns, delimiter, encoding, header } = layout;
  const reading = {
    delimiter,
    encoding: encoding === 'windows-1252' ? ('windows-1252' as const) : ('utf-8' as const),
  };
  let headed = !header;
  for await (const { rows, at } of readDelimited(source, reading)) {
    const batch: ProfileRow[] = [];
    rows.forEach((row, index) => {
      const line = at[index] ?? 1;
      if (!headed) {
        headed = true;
        if (row.length !== columns.length || columns.some(({ heading }, i) => row[i] !== heading))
          throw unreadable('profile-csv-header', 'The headings are not those of the layout.', line);
        return;
      }
      if (row.length !== columns.length)
        throw unreadable(
          'profile-csv-row',
          'A row has more or fewer cells than the layout has columns.',
          line,
        );
      const cells: Record<string, string> = {};
      columns.forEach((column, i) => {
        const cell = (row[i] ?? '').replace(/^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/, '');
        if (cell !== '') cells[column.heading] = isDate(column.field) ? isoOf(cell) : cell;
      });
      batch.push({ line, cells });
    });
    if (batch.length > 0) yield batch;
  }
  if (!headed) throw unreadable('profile-csv-header', 'The file has no header.', 1);
}

function isDate(name: keyof typeof profileFields): boolean {
  const field: ProfileField = profileFields[name];
  return field.isDate === true;
}

function isoOf(cell: string): string {
  const iso = cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');
  return isIsoDate(iso) ? iso : cell;
}

function unreadable(code: string, message: string, line: number): UnreadableInputError {
  return new UnreadableInputError(code, message, {
    place: { line },
    help: 'Read it by the layout that it was written by.',
  });
}
