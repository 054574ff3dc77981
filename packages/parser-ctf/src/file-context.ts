import type { FileProvenance, Place } from '@rollbook/model';
import type { Issue, Item } from '@rollbook/parser-kit';
import { ctfEnvelope, type TransferEnvelope } from './envelope.js';
import { type CtfIssueCode, issueCatalogue } from './issue-catalogue.js';

/** Kinds of unknown element that are told one by one, so that a hostile file can't fill the memory with them. */
const MOST_UNKNOWN = 500;

/** What reading a file keeps from pupil to pupil: where records go, whose they are, and what was told already. */
export class FileContext {
  /** Shared by all records of the file; digest and size are filled in at its end. */
  readonly file: FileProvenance;
  /** LAESTAB that the records belong to. */
  school: string | undefined;
  /** LAESTAB of the school that the file is for, by its header. */
  destination: string | undefined;
  /** Name of the source school, to tell when an entry names it again. */
  schoolName: string | undefined;
  /** What was read and not yet taken. */
  out: Item[] = [];
  /** Kinds and keys of the records of the pupil in hand. */
  readonly pupilKeys = new Set<string>();
  readonly #unknown = new Set<string>();

  constructor(
    file: FileProvenance,
    readonly envelope: TransferEnvelope = ctfEnvelope,
  ) {
    this.file = file;
  }

  /** What was read since the last call. */
  take(): readonly Item[] {
    const { out } = this;
    this.out = [];
    return out;
  }

  issue(code: CtfIssueCode, place: Place, details?: Pick<Issue, 'field' | 'value' | 'record'>): void {
    const { severity, message, help } = issueCatalogue[code];
    this.out.push({ code, severity, message, place, help, ...details });
  }

  /** Tells of an element that isn't known, once for each path without positions. */
  unknown(schemaPath: string, place: Place, value?: string): void {
    if (this.#unknown.has(schemaPath) || this.#unknown.size > MOST_UNKNOWN) return;
    this.#unknown.add(schemaPath);
    if (this.#unknown.size > MOST_UNKNOWN) this.issue('ctf-elements-unknown-more', place);
    else
      this.issue(
        'ctf-element-unknown',
        place,
        value === undefined ? { field: schemaPath } : { field: schemaPath, value },
      );
  }
}
