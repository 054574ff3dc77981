import type { KeptIssue } from './kept-issues.js';
import { severities } from './severities.js';
import { placeText } from './words.js';

/**
 * Issues as they stand in the page. A row holds, in this order: file, severity (position in `severities`), status
 * (-1 none, 0 new, 1 still there), then positions in `texts` or -1 of code, message, help, place, school, year group,
 * date, kind and field; and in a page that identifies pupils, of pupil, value, key and the pupil's key.
 */
export interface PageData {
  readonly identify: boolean;
  /** Labels of files, by position. */
  readonly files: readonly string[];
  /** Every text once. */
  readonly texts: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** Puts issues into the form in which the page holds them; the texts of pupils are in it only with `identify`. */
export function toPageData(
  issues: readonly KeptIssue[],
  files: readonly string[],
  identify: boolean,
): PageData {
  const texts: string[] = [];
  const positions = new Map<string, number>();
  const positionOf = (text: string | null | undefined): number => {
    if (text === null || text === undefined || text === '') return -1;
    let position = positions.get(text);
    if (position === undefined) {
      position = texts.push(text) - 1;
      positions.set(text, position);
    }
    return position;
  };
  const rows = issues.map(({ file, shown }) => {
    const own = [
      shown.code,
      shown.message,
      shown.help,
      placeText(shown.place),
      shown.school,
      shown.yearGroup,
      shown.date,
      shown.kind,
      shown.field,
    ];
    if (identify)
      own.push(shown.pupil ?? null, shown.value ?? null, shown.key ?? null, shown.pupilKey ?? null);
    return [
      file,
      severities.indexOf(shown.severity),
      shown.status === null ? -1 : shown.status === 'new' ? 0 : 1,
      ...own.map(positionOf),
    ];
  });
  return { identify, files, texts, rows };
}
