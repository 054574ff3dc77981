import type { ColumnValues } from './column-values.js';

const FIGURES = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](?:\d{2}|\d{4})(?:[ T,].*)?$/;

export type OrderOfDates = 'dmy' | 'mdy' | 'either' | 'mixed' | 'unneeded';

/** Which of day and month the dates of a column begin with, by those with a number above 12. */
export function orderOfDates({ values }: ColumnValues): OrderOfDates {
  let dmy = 0;
  let mdy = 0;
  let figures = 0;
  for (const value of values) {
    const match = FIGURES.exec(value);
    if (match === null) continue;
    const first = Number(match[1]);
    const second = Number(match[2]);
    figures++;
    if (first > 12 && second <= 12) dmy++;
    else if (second > 12 && first <= 12) mdy++;
  }
  if (figures === 0) return 'unneeded';
  if (dmy > 0 && mdy > 0) return 'mixed';
  if (dmy > 0) return 'dmy';
  return mdy > 0 ? 'mdy' : 'either';
}

export interface DateShape {
  /** How long ago the middle one is, in years. */
  readonly yearsAgo: number;
  /** Share of the most frequent day. */
  readonly together: number;
  /** Share in September or early January, when most pupils come. */
  readonly termStarts: number;
  /** Share after the day of the look. */
  readonly future: number;
  readonly count: number;
}

/** What the dates of a column look like from a day, `YYYY-MM-DD`. Undefined without dates. */
export function dateShape(values: ColumnValues, today: string, order: 'dmy' | 'mdy'): DateShape | undefined {
  const days = values.days(order);
  const middle = days[Math.floor(days.length / 2)];
  if (middle === undefined) return undefined;
  const counts = new Map<string, number>();
  let starts = 0;
  let future = 0;
  for (const day of days) {
    counts.set(day, (counts.get(day) ?? 0) + 1);
    if (day.slice(5, 7) === '09' || (day.slice(5, 7) === '01' && day.slice(8) <= '10')) starts++;
    if (day > today) future++;
  }
  return {
    yearsAgo: (Date.parse(today) - Date.parse(middle)) / 31_557_600_000,
    together: Math.max(...counts.values()) / days.length,
    termStarts: starts / days.length,
    future: future / days.length,
    count: days.length,
  };
}

/** How well dates can be pupils' dates of birth: most pupils are 3 to 19. */
export function canBeBirths(shape: DateShape): boolean {
  return shape.yearsAgo >= 2.5 && shape.yearsAgo <= 20 && shape.future === 0;
}

/** Dates on which pupils came: at most a school career ago. */
export function canBeEntries(shape: DateShape): boolean {
  return shape.yearsAgo >= -1 && shape.yearsAgo <= 15;
}
