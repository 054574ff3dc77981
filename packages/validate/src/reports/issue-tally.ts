import type { Issue, Severity } from '@rollbook/parser-kit';
import { createIssueCounter, type CodeCount } from '../summary.js';

/** The issues of one code: how many, and the first of them. */
export interface Group<T> extends CodeCount {
  /** What to do about it. */
  readonly help: string;
  /** The first ones, at most as many as the tally keeps. */
  readonly first: readonly T[];
}

export type IssueGroup = Group<Issue>;

/** Counts things that hold an issue as they pass, and keeps the first few of each code, whatever the file holds. */
export class Tally<T> {
  readonly #keep: number;
  readonly #issueOf: (item: T) => Issue;
  readonly #counter = createIssueCounter();
  readonly #first = new Map<string, { help: string; items: T[] }>();

  /** @param keep items to keep of each code */
  constructor(keep: number, issueOf: (item: T) => Issue) {
    this.#keep = keep;
    this.#issueOf = issueOf;
  }

  add(item: T): void {
    const issue = this.#issueOf(item);
    this.#counter.add(issue);
    let first = this.#first.get(issue.code);
    if (first === undefined) this.#first.set(issue.code, (first = { help: issue.help, items: [] }));
    if (first.items.length < this.#keep) first.items.push(item);
  }

  get total(): number {
    return this.#counter.summary().total;
  }

  counts(): Readonly<Record<Severity, number>> {
    return this.#counter.summary().bySeverity;
  }

  /** Errors first, then queries, then the rest; the most frequent first within each. */
  groups(): Group<T>[] {
    return this.#counter.summary().byCode.map((code) => {
      const first = this.#first.get(code.code);
      return { ...code, help: first?.help ?? '', first: first?.items ?? [] };
    });
  }
}

/** A tally of issues alone. */
export class IssueTally extends Tally<Issue> {
  /** @param keep issues to keep of each code */
  constructor(keep: number) {
    super(keep, (issue) => issue);
  }
}

/**
 * Cuts the groups' first items down to `most` in all: one for each group in turn, the worst first, until none is
 * left to give, so that a frequent code doesn't hide a rare one.
 */
export function shareOut<T>(groups: readonly Group<T>[], most: number): Group<T>[] {
  const shares = groups.map(() => 0);
  let left = most;
  for (let given = -1; given !== 0 && left > 0;) {
    given = 0;
    groups.forEach(({ first }, index) => {
      const share = shares[index] ?? 0;
      if (left === 0 || share === first.length) return;
      shares[index] = share + 1;
      given++;
      left--;
    });
  }
  return groups.map((group, index) => ({ ...group, first: group.first.slice(0, shares[index]) }));
}
