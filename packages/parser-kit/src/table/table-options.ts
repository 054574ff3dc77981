import { isLaestab } from '@rollbook/model';
import { type ColumnMeaning, parseFieldKey } from './fields.js';
import { headingKey } from './heading.js';
import type { DateSettings } from './read-value.js';
import type { TableParseOptions } from './table-dialect.js';

/** @throws RangeError for options that can't be meant */
export function checkTableOptions(options: TableParseOptions): void {
  if (options.school !== undefined && !isLaestab(options.school)) {
    throw new RangeError('school is a LAESTAB of seven digits');
  }
  ownMeanings(options);
}

/** The council's own words for columns, by `headingKey`. @throws RangeError for a field that isn't one */
export function ownMeanings({ aliases = {} }: TableParseOptions): ReadonlyMap<string, ColumnMeaning> {
  return new Map(
    Object.entries(aliases).map(([heading, field]) => [headingKey(heading), parseFieldKey(field)]),
  );
}

/** How dates of a table are read, by the options and the date system of its workbook. */
export function dateSettings(options: TableParseOptions, dates1904: boolean): DateSettings {
  return {
    order: options.dateOrder ?? 'dmy',
    latestYear: options.latestYear ?? new Date().getUTCFullYear(),
    dates1904,
  };
}
