import { addDays, daysInMonth, isIsoDate } from '@rollbook/model';

const RELATIVE = /^today(?:([+-])(\d{1,5})([dwmy]))?$/;

/** True for a day (`2026-09-01`) and for `today`, `today-30d`, `today+2w`, `today-6m`, `today-18y`. */
export function isDayExpression(text: string): boolean {
  return RELATIVE.test(text) || isIsoDate(text);
}

/** A month has no 31st where it has 30 days: the last day of the month stands for it. */
function addMonths(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days before or after `date`, in days, weeks, months or years. */
function moved(date: string, count: number, unit: string): string {
  if (unit === 'd') return addDays(date, count);
  if (unit === 'w') return addDays(date, count * 7);
  return addMonths(date, unit === 'm' ? count : count * 12);
}

/**
 * What an expression comes to on a day. A function, since records are many and days few: it remembers the last.
 *
 * @param text one that {@link isDayExpression} takes
 */
export function compileDay(text: string): (asOf: string) => string {
  const [, sign, count, unit] = RELATIVE.exec(text) ?? [];
  if (!text.startsWith('today')) return () => text;
  if (count === undefined || unit === undefined) return (asOf) => asOf;
  const by = sign === '-' ? -Number(count) : Number(count);
  let from = '';
  let day = '';
  return (asOf) => {
    if (asOf !== from) {
      from = asOf;
      day = moved(asOf, by, unit);
    }
    return day;
  };
}
