import { type FileProvenance, isLaestab, parseLaestab, type Place } from '@rollbook/model';
import { createIssueOnce, type Issue } from '@rollbook/parser-kit';
import { issueCatalogue, type OneRosterIssueCode } from './issue-catalogue.js';
import { OneRosterLinks } from './links.js';
import type { OneRosterParseOptions } from './options.js';

const MOST_KEYS = 500_000;

export type IssueDetails = Partial<Pick<Issue, 'field' | 'value' | 'record'>>;

/** What reading keeps from row to row. */
export class FileContext {
  /** Shared by all records of the file; digest and size are filled in at its end. */
  readonly file: FileProvenance;
  readonly options: OneRosterParseOptions;
  readonly links: OneRosterLinks;
  readonly once = createIssueOnce();
  readonly #keys = new Set<string>();

  constructor(file: FileProvenance, options: OneRosterParseOptions) {
    this.file = file;
    this.options = options;
    this.links = options.links ?? new OneRosterLinks();
  }

  /** LAESTAB of an organisation: by orgs.csv, or when its id is one. */
  schoolOf(orgId: string | undefined): string | undefined {
    if (orgId === undefined) return undefined;
    return this.links.school(orgId) ?? (isLaestab(orgId) ? orgId : parseLaestab(orgId)?.value);
  }

  issue(code: OneRosterIssueCode, place: Place, details?: IssueDetails): Issue {
    const { severity, message, help } = issueCatalogue[code];
    return { code, severity, message, place, help, ...details };
  }

  /** True when a record of that kind and key was there before. */
  isRepeated(kind: string, key: string): boolean {
    const whole = `${kind} ${key}`;
    if (this.#keys.has(whole)) return true;
    if (this.#keys.size < MOST_KEYS) this.#keys.add(whole);
    return false;
  }
}
