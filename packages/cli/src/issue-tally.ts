import type { Issue, Severity } from '@rollbook/parser-kit';
import { createIssueCounter, type CodeCount } from '@rollbook/validate';

/** The issues of one code: how many, and the first of them. */
export interface IssueGroup extends CodeCount {
  /** What to do about it. */
  readonly help: string;
  /** The first ones, at most as many as the tally keeps. */
  readonly first: readonly Issue[];
}

/** Counts issues as they pass and keeps the first few of each code, whatever the file holds. */
export class IssueTally {
  readonly #keep: number;
  readonly #counter = createIssueCounter();
  readonly #first = new Map<string, { help: string; issues: Issue[] }>();

  /** @param keep issues to keep of each code */
  constructor(keep: number) {
    this.#keep = keep;
  }

  add(issue: Issue): void {
    this.#counter.add(issue);
    let first = this.#first.get(issue.code);
    if (first === undefined) this.#first.set(issue.code, (first = { help: issue.help, issues: [] }));
    if (first.issues.length < this.#keep) first.issues.push(issue);
  }

  get total(): number {
    return this.#counter.summary().total;
  }

  counts(): Readonly<Record<Severity, number>> {
    return this.#counter.summary().bySeverity;
  }

  /** Errors first, then queries, then the rest; the most frequent first within each. */
  groups(): IssueGroup[] {
    return this.#counter.summary().byCode.map((code) => {
      const first = this.#first.get(code.code);
      return { ...code, help: first?.help ?? '', first: first?.issues ?? [] };
    });
  }
}

/**
 * Cuts the groups' first issues down to `most` in all: one for each group in turn, the worst first, until none is
 * left to give, so that a frequent code doesn't hide a rare one.
 */
export function shareOut(groups: readonly IssueGroup[], most: number): IssueGroup[] {
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
