import { headingKey, type HeadingLists, type HeadingTable } from '@rollbook/parser-kit';

/** A heading as a pattern that takes it with and without spaces: `ContactId`, `Contact ID`, `CONTACT_ID`. */
function pattern(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .join('[\\s_.-]*');
}

function line(headings: readonly string[]): string {
  return `[\\s\\S]*(?:^|\\n)[ \\t]*(?:${headings.map(pattern).join('|')})[ \\t]*(?:\\n|$)`;
}

/** Evidence for a section: one of `any` is a heading, and none of `none` is. */
export function whereHeadings(any: readonly string[], none: readonly string[] = []): RegExp {
  return new RegExp(`^(?=${line(any)})${none.length === 0 ? '' : `(?!${line(none)})`}`, 'i');
}

/** A table without some of its general headings, for words that mean one thing in one list and another in the next. */
export function withoutHeadings(table: HeadingTable, headings: readonly string[]): HeadingTable {
  const left = new Map(table.always);
  for (const heading of headings) left.delete(headingKey(heading));
  return { ...table, always: left };
}

/** All headings of some lists. */
export function headingsIn(lists: HeadingLists): readonly string[] {
  return Object.values(lists).flatMap((headings) => headings ?? []);
}
