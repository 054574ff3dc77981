import {
  headingKey,
  type HeadingLists,
  type HeadingSection,
  parseFieldKey,
  type TableFieldKey,
  type TableStart,
} from '../table/index.js';

/** A heading in any case, with anything but letters and digits between its characters, alone in its line. */
function patternOf(heading: string): string {
  return Array.from(headingKey(heading))
    .map((character) => character.replace(/[^\p{L}\p{N}]/u, '\\$&'))
    .join('[^A-Za-z0-9\\n]*');
}

/** Finds any of the headings among lines of text; time grows with the text alone. */
export function evidenceOf(headings: readonly string[]): RegExp {
  return new RegExp(`^[^A-Za-z0-9\\n]*(?:${headings.map(patternOf).join('|')})[^A-Za-z0-9\\n]*$`, 'im');
}

/**
 * Sections for a field that several columns may hold, the best first: the columns of the first choice that is there
 * are read, and those of the others kept as extensions.
 */
export function preferHeadings(
  field: TableFieldKey,
  ...choices: readonly (readonly string[])[]
): HeadingSection[] {
  return choices.map((headings, i) => {
    const others = choices.slice(i + 1).flat();
    const lists: HeadingLists =
      others.length === 0 ? { [field]: headings } : { [field]: headings, 'extension.keep': others };
    return { name: '', needs: [], evidence: evidenceOf(headings), headings: lists };
  });
}

/** A field with the headings of the columns that may hold it, the best first. */
export type Preference = readonly [field: TableFieldKey, ...choices: (readonly string[])[]];

/**
 * Fills the cell of a column that is read, where it is empty, from the best column that was passed over for it.
 * Undefined when no column was.
 */
export function createFallback(
  { headings, columns }: TableStart,
  preferences: readonly Preference[],
): ((row: string[]) => void) | undefined {
  const keys = headings.map(headingKey);
  const moves: { readonly target: number; readonly sources: readonly number[] }[] = [];
  for (const [key, ...choices] of preferences) {
    const { field } = parseFieldKey(key);
    const indexes = choices
      .flat()
      .map((heading) => keys.indexOf(headingKey(heading)))
      .filter((index) => index >= 0);
    const target = indexes.find((index) => columns[index]?.field === field);
    const sources = indexes.filter((index) => columns[index]?.field === 'extension.keep');
    if (target !== undefined && sources.length > 0) moves.push({ target, sources });
  }
  if (moves.length === 0) return undefined;
  return (row) => {
    for (const { target, sources } of moves) {
      if ((row[target] ?? '').trim() !== '') continue;
      const source = sources.find((index) => (row[index] ?? '').trim() !== '');
      if (source !== undefined) row[target] = row[source] as string;
    }
  };
}
