import { readDelimited, type Source } from '@rollbook/parser-kit';
import {
  CHILD_ROW,
  childColumns,
  countColumns,
  LIST,
  SETTING_ROW,
  settingColumns,
  staffColumns,
} from './census-csv-layout.js';
import { BATCH, type EarlyYearsBatch, type EarlyYearsItemRead } from './census-items.js';
import { unescapeCell } from './csv-cell.js';
import { type EarlyYearsIssueCode, earlyYearsIssue } from './early-years-issues.js';
import { childOfValues, countsOfValues, type FieldValues, settingOfValues, staffOfValues } from './fields.js';
import { noHeader, readHeader } from './read-header.js';

/**
 * Reads what `writeEarlyYearsCsv` wrote, in batches; memory is bounded by the batch. A setting comes before its children.
 *
 * @throws UnreadableInputError `early-years-header` or `early-years-collection` where the first row is no header record of
 *   such a return, and what `readDelimited` throws.
 */
export async function* readEarlyYearsCsv(
  source: Source,
  options: { readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<EarlyYearsBatch, void, undefined> {
  let items: EarlyYearsItemRead[] = [];
  let hasHeader = false;
  /** URN of the setting read last. */
  let urn: string | undefined;
  for await (const { rows, at } of readDelimited(source, { delimiter: ',', signal: options.signal })) {
    for (const [index, row] of rows.entries()) {
      const line = at[index] ?? index + 1;
      const issue = (code: EarlyYearsIssueCode, more: { field?: string; value?: string } = {}): void =>
        void items.push({ is: 'issue', issue: earlyYearsIssue(code, { line }, more) });
      if (!hasHeader) {
        items.push({ is: 'header', header: headerOf(row.map(unescapeCell), line) });
        hasHeader = true;
        continue;
      }
      const cells = new Cells(row, (field, value) => issue('early-years-value-unreadable', { field, value }));
      const kind = cells.next();
      if (kind === SETTING_ROW) {
        const setting = settingOfValues(cells.take(settingColumns), cells.unreadable);
        const staff = staffOfValues(cells.take(staffColumns), cells.unreadable);
        const counts = countsOfValues(cells.take(countColumns), cells.unreadable);
        urn = setting?.urn;
        if (setting === undefined) issue('early-years-urn-missing');
        else {
          if (staff !== undefined) setting.staff = staff;
          if (counts !== undefined) setting.counts = counts;
          items.push({ is: 'setting', setting });
        }
      } else if (kind === CHILD_ROW) {
        const of = cells.next();
        const child = childOfValues(cells.take(childColumns), cells.unreadable);
        if (urn === undefined || of !== urn) issue('early-years-setting-missing');
        else items.push({ is: 'child', urn, child, line });
      } else {
        issue('early-years-row-unknown');
        continue;
      }
      if (cells.hasMore()) issue('early-years-row-long');
      if (items.length >= BATCH) {
        yield items;
        items = [];
      }
    }
  }
  if (!hasHeader) throw noHeader({ line: 1 });
  if (items.length > 0) yield items;
}

/** The cells of a row, taken from left to right. */
class Cells {
  #at = 0;

  constructor(
    private readonly row: readonly string[],
    readonly unreadable: (field: string, value: string) => void,
  ) {}

  next(): string {
    return unescapeCell(this.row[this.#at++] ?? '');
  }

  take<F extends string>(columns: readonly F[]): FieldValues<F> {
    const values: FieldValues<F> = {};
    for (const column of columns) {
      const cell = this.next();
      if (cell !== '') values[column] = column === 'fundingBases' ? cell.split(LIST).filter(Boolean) : [cell];
    }
    return values;
  }

  hasMore(): boolean {
    return this.row.slice(this.#at).some((cell) => cell.trim() !== '');
  }
}

function headerOf(cells: readonly string[], line: number): ReturnType<typeof readHeader> {
  const [kind, collection, term, year, referenceDate, level, la, software, release, serial, created] =
    cells.map((cell) => (cell === '' ? undefined : cell));
  if (kind !== 'H') throw noHeader({ line });
  return readHeader(
    { collection, term, year, referenceDate, level, la, software, release, serial, created },
    { line },
  );
}
