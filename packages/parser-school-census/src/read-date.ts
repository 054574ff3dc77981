import { formatIsoDate, isIsoDate } from '@rollbook/model';

/**
 * A day as `YYYY-MM-DD`. Beside the form of the format (docs/formats/school-census.md, File) this takes a date with
 * a time behind it and `DD/MM/YYYY`, which some writers leave in. Undefined when the text names no day.
 */
export function readDate(text: string): string | undefined {
  if (isIsoDate(text)) return text;
  if (text.length > 10 && (text.charAt(10) === 'T' || text.charAt(10) === ' ')) {
    const day = text.slice(0, 10);
    return isIsoDate(day) ? day : undefined;
  }
  if (text.length === 10 && text.charAt(2) === '/' && text.charAt(5) === '/') {
    return formatIsoDate(Number(text.slice(6)), Number(text.slice(3, 5)), Number(text.slice(0, 2)));
  }
  return undefined;
}
