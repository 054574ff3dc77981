import { isIsoDate } from '@rollbook/model';
import { headingKey } from './heading.js';
import { type HeadingContext, type HeadingTable, resolveHeadings } from './headings.js';
import { type DateSettings, readSession, readTableDate } from './read-value.js';

export interface FoundHeader {
  /** Which of the rows is the header. */
  readonly index: number;
  readonly headings: readonly string[];
  /** Texts of the rows above. */
  readonly titles: readonly string[];
  /** Columns that are a session each: index to `YYYY-MM-DD AM`. */
  readonly sessions: ReadonlyMap<number, string>;
  readonly known: number;
}

/** Rows that are looked at for a header. */
export const headerRows = 40;
const PERIOD =
  /(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} [A-Za-z]{3,9} \d{4}|\d{4}-\d{2}-\d{2})\s*(?:to|until|and|[-–])\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} [A-Za-z]{3,9} \d{4}|\d{4}-\d{2}-\d{2})/;

/** The span of days that a title row names: `from 01/09/2024 to 20/12/2024`. */
export function periodOf(
  titles: readonly string[],
  dates: DateSettings,
): { readonly startDate: string; readonly endDate: string } | undefined {
  for (const title of titles) {
    const match = PERIOD.exec(title);
    if (match === null) continue;
    const startDate = readTableDate(match[1] as string, dates);
    const endDate = readTableDate(match[2] as string, dates);
    if (startDate !== undefined && endDate !== undefined && startDate <= endDate)
      return { startDate, endDate };
  }
  return undefined;
}

function withoutWeekday(text: string): string {
  return text.replace(/^[A-Za-z]{3,9},?\s+(?=\d)/, '');
}

/** `05/09/2024 AM`, also with the day of the week, as date and session. */
function sessionHeading(heading: string, above: string | undefined, dates: DateSettings): string | undefined {
  const match = /^(.*?)[\s:,-]*\b(AM|PM|A\.M\.|P\.M\.)$/i.exec(heading.trim());
  if (match === null) return undefined;
  const session = readSession(match[2] as string);
  const own = withoutWeekday((match[1] as string).trim());
  const date = readTableDate(own === '' ? withoutWeekday(above ?? '') : own, dates);
  return session === undefined || date === undefined || !isIsoDate(date) ? undefined : `${date} ${session}`;
}

/**
 * The row that holds the headings: the one with the most that are known, of the first {@link headerRows}; at least
 * two, one of which says who a pupil is. Sessions over two rows (a date above AM and PM) become one heading.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  table: HeadingTable,
  context: HeadingContext,
  dates: DateSettings,
): FoundHeader | undefined {
  let best: { index: number; score: number } | undefined;
  const limit = Math.min(rows.length, headerRows);
  for (let index = 0; index < limit; index++) {
    const row = rows[index] as readonly string[];
    const { columns, known } = resolveHeadings(table, row, context);
    if (known < 2 || !columns.some((meaning) => meaning !== undefined && identifies(meaning.field))) continue;
    const filled = row.filter((cell) => cell.trim() !== '').length;
    // A row of data may hold a heading's word or two by chance; most of a header's cells are known or at least words
    const score = known * 2 - (filled - known) * 0.25;
    if (best === undefined || score > best.score) best = { index, score };
  }
  if (best === undefined) return undefined;
  const { index } = best;
  const row = rows[index] as readonly string[];
  const over = index === 0 ? undefined : (rows[index - 1] as readonly string[]);
  const sessions = new Map<number, string>();
  let lastAbove: string | undefined;
  row.forEach((heading, i) => {
    const above = over?.[i]?.trim();
    if (above !== undefined && above !== '') lastAbove = above;
    const session = sessionHeading(heading, lastAbove, dates);
    if (session !== undefined) sessions.set(i, session);
  });
  const titles = rows
    .slice(0, index)
    .map((cells) => [...new Set(cells.filter((cell) => cell.trim() !== ''))].join(' '));
  return { index, headings: row, titles, sessions, known: resolveHeadings(table, row, context).known };
}

function identifies(field: string): boolean {
  return (
    field === 'pupil.upn' ||
    field === 'pupil.surname' ||
    field === 'pupil.fullName' ||
    field === 'pupil.supplierIds' ||
    field === 'pupil.uci' ||
    field === 'enrolment.admissionNumber'
  );
}

/** The headings of a row as keys, for detection. */
export function headingKeys(headings: readonly string[]): ReadonlySet<string> {
  return new Set(headings.map(headingKey).filter((key) => key !== ''));
}
