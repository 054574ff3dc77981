import type { Severity } from '@rollbook/parser-kit';
import type { ShownIssue } from '../report.js';
import { severities } from './severities.js';

/** An issue and the position of its file in the report. */
export interface KeptIssue {
  readonly file: number;
  readonly shown: ShownIssue;
}

/** Issues that a page lists: no more than a limit, the worst first, and those of one severity as they came. */
export class KeptIssues {
  readonly #limit: number;
  readonly #bySeverity: Record<Severity, KeptIssue[]> = { error: [], query: [], info: [] };
  #size = 0;

  /** @throws RangeError when the limit is no whole number from 0 on */
  constructor(limit: number) {
    if (!Number.isSafeInteger(limit) || limit < 0)
      throw new RangeError('maxIssues must be a whole number from 0 on');
    this.#limit = limit;
  }

  /** Keeps an issue; where that is one too many, the last of the mildest goes. */
  add(issue: KeptIssue): void {
    this.#bySeverity[issue.shown.severity].push(issue);
    this.#size++;
    if (this.#size <= this.#limit) return;
    const mildest = severities.findLast((severity) => this.#bySeverity[severity].length > 0);
    if (mildest === undefined) return;
    this.#bySeverity[mildest].pop();
    this.#size--;
  }

  /** Lets go of what was kept of a file. */
  drop(file: number): void {
    this.#size = 0;
    for (const severity of severities) {
      const rest = this.#bySeverity[severity].filter((issue) => issue.file !== file);
      this.#bySeverity[severity] = rest;
      this.#size += rest.length;
    }
  }

  list(): KeptIssue[] {
    return severities.flatMap((severity) => this.#bySeverity[severity]);
  }
}
