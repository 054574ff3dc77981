import type { FileProvenance, Place } from '@rollbook/model';
import { createIssueOnce, type Issue, type Item } from '@rollbook/parser-kit';
import { type IsamsIssueCode, issueCatalogue } from './issue-catalogue.js';
import type { ListItem } from './node.js';
import type { IsamsMapOptions } from './options.js';

/** Keys that are remembered, to tell of a second record with the same; a school has some ten thousand. */
const MOST_KEYS = 500_000;

export type IssueDetails = Partial<Pick<Issue, 'field' | 'value' | 'record' | 'message' | 'help'>>;

/** What reading keeps from item to item: whose records they are, and what was told already. */
export class FileContext {
  /** Shared by all records of the file; digest and size are filled in at its end. */
  readonly file: FileProvenance;
  readonly options: IsamsMapOptions;
  readonly once = createIssueOnce();
  readonly #keys = new Set<string>();

  constructor(file: FileProvenance, options: IsamsMapOptions) {
    this.file = file;
    this.options = options;
  }

  issue(code: IsamsIssueCode, place: Place, details?: IssueDetails): Issue {
    const { severity, message, help } = issueCatalogue[code];
    return { code, severity, message, place, help, ...details };
  }

  /** An issue, the first time that its code meets the subject. */
  issueOnce(code: IsamsIssueCode, subject: string, place: Place, details?: IssueDetails): Item[] {
    return this.once(code, subject) ? [this.issue(code, place, details)] : [];
  }

  /** True when a record of that kind and key was there before. */
  isRepeated(kind: string, key: string): boolean {
    const whole = `${kind} ${key}`;
    if (this.#keys.has(whole)) return true;
    if (this.#keys.size < MOST_KEYS) this.#keys.add(whole);
    return false;
  }
}

export function placeOfItem({ element, path, place }: ListItem): Place {
  return place ?? { line: element.line, column: element.column, path };
}
