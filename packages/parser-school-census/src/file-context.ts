import type { CanonicalRecord, FileProvenance, Place } from '@rollbook/model';
import type { Issue, Item } from '@rollbook/parser-kit';
import type { CensusRound } from './census-round.js';
import { type CensusIssueCode, issueCatalogue } from './issue-catalogue.js';

/** Kinds of unknown element that are told one by one, so that a hostile file can't fill the memory with them. */
const MOST_UNKNOWN = 500;
/** Pupils remembered, to tell of one who stands in the file twice. No school has as many. */
const MOST_PUPILS = 20_000;

/** What reading a file keeps from pupil to pupil: where records go, whose they are, and what was told already. */
export class FileContext {
  /** Shared by all records of the file; digest and size are filled in at its end. */
  readonly file: FileProvenance;
  /** LAESTAB that the records belong to. */
  school: string | undefined;
  /** Year and term of the collection. */
  round: CensusRound = {};
  /** What was read and not yet taken. */
  out: Item[] = [];
  /** Kinds and keys of the records of the pupil in hand. */
  readonly recordKeys = new Set<string>();
  readonly #pupilKeys = new Set<string>();
  readonly #unknown = new Set<string>();

  constructor(file: FileProvenance) {
    this.file = file;
  }

  /** What was read since the last call. */
  take(): readonly Item[] {
    const { out } = this;
    this.out = [];
    return out;
  }

  issue(code: CensusIssueCode, place: Place, details?: Pick<Issue, 'field' | 'value' | 'record'>): void {
    const { severity, message, help } = issueCatalogue[code];
    this.out.push({ code, severity, message, place, help, ...details });
  }

  setSchool(record: CanonicalRecord): void {
    if (this.school !== undefined) record.school = this.school;
  }

  /** True when a pupil of that key came before in the file. */
  isRepeatedPupil(key: string): boolean {
    if (this.#pupilKeys.has(key)) return true;
    if (this.#pupilKeys.size < MOST_PUPILS) this.#pupilKeys.add(key);
    return false;
  }

  /** Tells of an element that isn't known, once for each path without positions. */
  unknown(schemaPath: string, place: Place, value?: string): void {
    if (this.#unknown.has(schemaPath) || this.#unknown.size > MOST_UNKNOWN) return;
    this.#unknown.add(schemaPath);
    if (this.#unknown.size > MOST_UNKNOWN) this.issue('census-elements-unknown-more', place);
    else
      this.issue(
        'census-element-unknown',
        place,
        value === undefined ? { field: schemaPath } : { field: schemaPath, value },
      );
  }
}
