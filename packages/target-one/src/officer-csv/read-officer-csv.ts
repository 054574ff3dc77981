import {
  delimiterOfHeader,
  headText,
  readDelimited,
  UnreadableInputError,
  type Source,
} from '@rollbook/parser-kit';
import { headingsOf } from './officer-layout.js';
import { officerLayoutIds, officerLayouts, type OfficerLayoutId } from './officer-layouts.js';

/** A row of an officer's file: cells by heading, as text; an empty cell isn't there. */
export interface OfficerRow {
  readonly layout: OfficerLayoutId;
  /** Line in the file. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads what `writeOfficerCsv` wrote, perhaps saved again by a spreadsheet, in batches of rows. Which layout it is tells
 * the header. The apostrophe before what looks like a formula is taken away.
 *
 * @throws UnreadableInputError `officer-header` for a header of no layout, `officer-row` for a row with more cells than
 *   headings, and what `readDelimited` throws.
 */
export async function* readOfficerCsv(source: Source): AsyncGenerator<OfficerRow[], void, undefined> {
  let layout: OfficerLayoutId | undefined;
  let headings: string[] = [];
  const delimiter = delimiterOfHeader(
    await headText(source, undefined),
    (cells) => findLayout(cells) !== undefined,
  );
  for await (const { rows, at } of readDelimited(source, { delimiter })) {
    const batch: OfficerRow[] = [];
    rows.forEach((row, index) => {
      const line = at[index] ?? index + 1;
      if (layout === undefined) {
        layout = findLayout(row);
        if (layout === undefined) throw noHeader();
        headings = headingsOf(officerLayouts[layout]);
        return;
      }
      if (row.slice(headings.length).some((cell) => cell !== ''))
        throw new UnreadableInputError('officer-row', 'A row has more cells than the header.', {
          place: { line },
          help: 'Look for a comma that a spreadsheet or editor put in, and save the file as CSV again.',
        });
      const cells: Record<string, string> = {};
      headings.forEach((heading, column) => {
        const cell = row[column] ?? '';
        if (cell !== '') cells[heading] = cell.replace(/^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/, '');
      });
      batch.push({ layout, line, cells });
    });
    if (batch.length > 0) yield batch;
  }
  if (layout === undefined) throw noHeader();
}

function findLayout(header: readonly string[]): OfficerLayoutId | undefined {
  const found = header.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return officerLayoutIds.find((one) => {
    const headings = headingsOf(officerLayouts[one]);
    return headings.length === found.length && headings.every((heading, index) => heading === found[index]);
  });
}

function noHeader(): UnreadableInputError {
  return new UnreadableInputError('officer-header', 'The first row is the header of no officer’s file.', {
    place: { line: 1 },
    help: 'Leave the headings as they were written: rollbook export one --format csv writes them.',
  });
}
