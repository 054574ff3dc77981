import type { FileProvenance, Place } from '@rollbook/model';
import { createIssueOnce, type Issue } from '@rollbook/parser-kit';
import { issueCatalogue, type WondeIssueCode } from './issue-catalogue.js';
import type { WondeItem } from './json.js';
import { MarkedSessions } from './marked-sessions.js';
import type { WondeParseOptions } from './options.js';

/** Keys, pupils and codes that are remembered; a large trust has some hundred thousand pupils. */
const MOST_REMEMBERED = 500_000;

export type IssueDetails = Partial<Pick<Issue, 'field' | 'value' | 'record'>>;

/** What reading keeps from object to object: whose records they are, and what was told already. */
export class FileContext {
  /** Shared by all records of the file; digest and size are filled in at its end. */
  readonly file: FileProvenance;
  readonly options: WondeParseOptions;
  readonly once = createIssueOnce();
  readonly marked = new MarkedSessions();
  /** Codes of the school's list of attendance codes, by their ids. */
  readonly attendanceCodes = new Map<string, string>();
  /** LAESTAB that records carry. */
  school: string | undefined;
  readonly #pupils = new Map<string, string>();
  readonly #keys = new Set<string>();

  constructor(file: FileProvenance, options: WondeParseOptions) {
    this.file = file;
    this.options = options;
    this.school = options.school;
  }

  get hasPupils(): boolean {
    return this.#pupils.size > 0;
  }

  addPupil(id: string, key: string): void {
    if (this.#pupils.size < MOST_REMEMBERED) this.#pupils.set(id, key);
  }

  /** Key of the pupil with an id of Wonde's. */
  pupilKey(id: string): string | undefined {
    const { pupilKeys } = this.options;
    if (pupilKeys !== undefined && Object.hasOwn(pupilKeys, id)) return pupilKeys[id];
    return this.#pupils.get(id);
  }

  issue(code: WondeIssueCode, place: Place, details?: IssueDetails): Issue {
    const { severity, message, help } = issueCatalogue[code];
    return { code, severity, message, place, help, ...details };
  }

  /** True when a record of that kind and key was there before. */
  isRepeated(kind: string, key: string): boolean {
    const whole = `${kind} ${key}`;
    if (this.#keys.has(whole)) return true;
    if (this.#keys.size < MOST_REMEMBERED) this.#keys.add(whole);
    return false;
  }
}

export function placeOfItem({ path, line, column }: WondeItem): Place {
  return { line, column, path };
}
