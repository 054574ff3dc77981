import { exclusionCategories, exclusionReasons } from '@rollbook/model';
import { arborPreferences } from './arbor-headings.js';
import { createFallback } from '@rollbook/parser-kit';
import {
  type ColumnMeaning,
  createCodeReader,
  headingKey,
  readTableDate,
  type RowPreparer,
  type TableStart,
} from '@rollbook/parser-kit';

const MOST_REASONS = 6;
/** The best first: codes before words, all before the first. */
const REASONS = ['LIST', '', 'NAME_LIST', 'NAME'].flatMap((end) =>
  ['SUSPENSION_REASONS', 'EXCLUSION_REASONS'].map((name) => headingKey(`${name}_${end}`)),
);
const reasonReader = createCodeReader(exclusionReasons);

/**
 * Several reasons in one cell: a list as JSON, or texts with `,`, `;`, `|` or a new line between. A text that is a
 * reason as a whole is not divided.
 */
export function splitReasons(text: string): string[] {
  const whole = text.trim();
  if (whole === '') return [];
  if (reasonReader.read(whole) !== undefined) return [whole];
  const inner = whole.startsWith('[') && whole.endsWith(']') ? whole.slice(1, -1) : whole;
  const parts = inner.split(/[,;|\n]/).map((part) => part.replace(/^[\s"']+|[\s"']+$/g, ''));
  const filled = parts.filter((part) => part !== '');
  // Words of one reason, with a comma of their own
  if (filled.length > 1 && filled.every((part) => reasonReader.read(part) === undefined)) return [whole];
  return filled.slice(0, MOST_REASONS);
}

/**
 * Category and reasons of a suspension or permanent exclusion. Arbor has a table for each and no column for the
 * category; a suspension with daily times is one of lunchtimes.
 */
function prepareExclusions(table: TableStart): RowPreparer | undefined {
  const keys = table.headings.map(headingKey);
  const { columns } = table;
  if (!columns.some((meaning) => meaning?.field === 'exclusion.startDate')) return undefined;
  const [entity] = table.titles;
  const permanent =
    entity === 'PermanentExclusion' ||
    keys.some((key) => key.startsWith('permanentexclusion') || key.startsWith('exclusionreasons'));
  const suspension = entity === 'FixedPeriodExclusion' || keys.some((key) => key.startsWith('suspension'));
  const hasCategory = columns.some((meaning) => meaning?.field === 'exclusion.category');
  if (hasCategory || (!permanent && !suspension)) return undefined;

  const start = columns.findIndex((meaning) => meaning?.field === 'exclusion.startDate');
  const times = ['dailystarttime', 'dailyendtime'].map((key) => keys.indexOf(key)).filter((i) => i >= 0);
  const reasons = REASONS.map((key) => keys.indexOf(key)).filter((i) => i >= 0);
  const dates = {
    order: table.options.dateOrder ?? 'dmy',
    latestYear: table.options.latestYear ?? new Date().getUTCFullYear(),
    dates1904: false,
  };
  const category = (cells: readonly string[]): string => {
    if (permanent && !suspension) return 'PERM';
    if (times.some((i) => (cells[i] ?? '').trim() !== '')) return 'LNCH';
    const date = readTableDate((cells[start] ?? '').trim(), dates);
    return date !== undefined && !exclusionCategories.has('SUSP', date) ? 'FIXD' : 'SUSP';
  };
  const reasonColumn = (i: number): { heading: string; meaning: ColumnMeaning } => ({
    heading: table.headings[reasons[0] ?? -1] ?? `reason ${i + 1}`,
    meaning: { field: 'exclusion.reasons' },
  });
  const width = table.headings.length;
  return {
    added: [
      { heading: 'category by the table', meaning: { field: 'exclusion.category' } },
      ...Array.from({ length: MOST_REASONS }, (_, i) => reasonColumn(i)),
    ],
    row(cells, at, types) {
      // Cells beyond the headings would move what is added; the reader tells of them in the row as it stands
      if (cells.length > width) return [{ cells, at, types }];
      const row = cells.slice();
      while (row.length < width) row.push('');
      // Without a day it is no record, and is told as the file has it
      if ((cells[start] ?? '').trim() === '') return [{ cells: row, at, types }];
      row.push(category(cells));
      const source = reasons.find((i) => (cells[i] ?? '').trim() !== '');
      if (source !== undefined) row.push(...splitReasons(cells[source] ?? ''));
      return [{ cells: row, at, types }];
    },
  };
}

/** What Arbor's rows need before they are read. */
export function prepareArbor(table: TableStart): RowPreparer | undefined {
  const exclusions = prepareExclusions(table);
  if (exclusions !== undefined) return exclusions;
  const fallback = createFallback(table, arborPreferences);
  if (fallback === undefined) return undefined;
  return {
    added: [],
    row(cells, at, types) {
      const row = cells.slice();
      fallback(row);
      return [{ cells: row, at, types }];
    },
  };
}
