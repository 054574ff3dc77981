import type { Issue } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { FIRST_HEADINGS, type FoundKind } from './file-kinds.js';

/** Columns of a file by their headings, in any case and order. */
export class Table {
  readonly kind: FoundKind;
  readonly headings: readonly string[];
  /** Columns that the standard doesn't have, or has once. */
  readonly unknown: readonly number[];
  readonly #index = new Map<string, number>();

  constructor(kind: FoundKind, headings: readonly string[]) {
    this.kind = kind;
    this.headings = headings.map((heading) => heading.trim());
    const known = new Set([...FIRST_HEADINGS, ...kind.known].map((heading) => heading.toLowerCase()));
    const unknown: number[] = [];
    this.headings.forEach((heading, i) => {
      const key = heading.toLowerCase();
      if (known.has(key) && !this.#index.has(key)) this.#index.set(key, i);
      else unknown.push(i);
    });
    this.unknown = unknown;
  }

  /** Column of a heading of the standard; -1 when there is none. */
  indexOf(heading: string): number {
    return this.#index.get(heading.toLowerCase()) ?? -1;
  }

  /** What is told of the headings. */
  issues(context: FileContext, line: number): Issue[] {
    const { kind, headings } = this;
    const issues: Issue[] = [];
    if (!kind.isExact) issues.push(context.issue('oneroster-headings-differ', { line }));
    for (const heading of [...FIRST_HEADINGS, ...kind.required]) {
      if (this.indexOf(heading) < 0)
        issues.push(context.issue('oneroster-heading-missing', { line }, { field: heading }));
    }
    for (const i of this.unknown) {
      const heading = headings[i] as string;
      if (this.indexOf(heading) >= 0)
        issues.push(
          context.issue('oneroster-heading-repeated', { line, columnName: heading }, { field: heading }),
        );
    }
    return issues;
  }
}
