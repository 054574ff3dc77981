import type { Issue } from '@rollbook/parser-kit';
import type { PersonAcrossSchools } from '@rollbook/validate';
import type { AuditRecord } from './audit/audit-entry.js';
import { noteExport, type Export } from './audit/note-export.js';
import {
  readAudit,
  verifyAudit,
  type AuditCheck,
  type AuditHead,
  type AuditQuery,
} from './audit/read-audit.js';
import {
  countConflicts,
  readConflicts,
  type Conflict,
  type ConflictCount,
  type ConflictsQuery,
} from './conflicts/conflict.js';
import { readHeld, type HeldValue } from './conflicts/held-value.js';
import {
  resolveConflicts,
  type ConflictResolution,
  type ResolvedConflict,
} from './conflicts/resolve-conflict.js';
import type { StoredKind } from './kind-tables.js';
import { readLedger, type LedgerQuery } from './ledger.js';
import { load } from './load.js';
import type { LoadInput, LoadOptions } from './load-options.js';
import { readLoadSchools } from './load-schools.js';
import type { LedgerEntry, LoadResult } from './load-result.js';
import type { LoaderSettings } from './loader-settings.js';
import { resolveMatch, type MatchResolution, type ResolvedMatch } from './matching/resolve-match.js';
import { readUnmatched, type UnmatchedPupil, type UnmatchedQuery } from './matching/unmatched.js';
import { migrate } from './migrate.js';
import { readPeople, type PeopleQuery } from './people.js';
import type { PupilsQuery, PupilWithRecords } from './pupils/pupil-with-records.js';
import { readPupils } from './pupils/read-pupils.js';
import {
  readIssues,
  readQuarantine,
  type QuarantinedRecord,
  type QuarantineQuery,
} from './quarantined-record.js';
import { readRejections, type Rejection, type RejectionsQuery } from './rejections/rejection.js';
import { applyRetention, type RetentionOptions, type RetentionResult } from './retention/apply-retention.js';
import type { RetentionPolicyInput } from './retention/retention-policy.js';
import { resume, type ResumeOptions } from './resume.js';
import type { Store } from './store.js';
import { erase, type EraseOptions, type Erasure } from './subject-access/erase.js';
import type { SubjectSelector } from './subject-access/find-subject.js';
import { readSubjectAccess, type SubjectAccessOptions } from './subject-access/read-subject-access.js';
import type { SubjectAccessDocument } from './subject-access/subject-access-document.js';
import { countRecords, readRecords, type RecordsQuery, type StoredRecord } from './stored-record.js';
import {
  readHistory,
  readRecordsAt,
  type RecordsAtQuery,
  type RecordVersion,
} from './versions/read-versions.js';

/** Loads files into a store and reads back what is there. */
export interface Loader {
  /**
   * Loads one file: all of it or nothing. Whatever a file holds, every record received is loaded, unchanged or
   * quarantined. A file that was loaded before changes nothing. It goes by the states `received`, `staged`,
   * `matched` and `merged`, each committed; until the last, nothing of it is among the store's records. Loads
   * of different schools may run side by side, those of one school are merged one after the other.
   *
   * The batches mustn't wait for another query of the same store: in PGlite it would wait for them to end.
   *
   * @throws what the batches throw (such as `UnreadableInputError`), the signal's reason, or LoaderError. Then
   *   the store is as it was before, but for one ledger row that says `failed`.
   */
  load(input: LoadInput, options?: LoadOptions): Promise<LoadResult>;
  /**
   * Settles loads whose process is gone: what was staged is matched and merged, in the order in which it came;
   * what wasn't, or was lost in a crash of the server, fails as `interrupted`, and its file may be loaded again.
   * Loads that are going on, in whatever process, are left alone. Nothing calls it by itself: a service does so
   * when it starts, and now and then. Until then the records of such a load are nowhere but in its stage.
   *
   * @returns the ledger rows of those that were settled.
   * @throws the signal's reason, and LoaderError when the store can't go on; what isn't settled yet stays.
   */
  resume(options?: ResumeOptions): Promise<LedgerEntry[]>;
  /** Loads, the newest first. */
  ledger(query?: LedgerQuery): Promise<LedgerEntry[]>;
  /** Records that wait for someone to see to them, oldest first. */
  quarantine(query?: QuarantineQuery): AsyncIterable<QuarantinedRecord>;
  /** All issues of one load. A load that was skipped has those of the load that it repeats. */
  issues(loadId: number): AsyncIterable<Issue>;
  /** The schools that a load was about, by LAESTAB; null for records of no known school. */
  schoolsOf(loadId: number): Promise<(string | null)[]>;
  /** How many records of a kind the store has. @throws LoaderError `unknown-kind`. */
  count(kind: StoredKind): Promise<number>;
  /** Records of a kind, by school and key. @throws LoaderError `unknown-kind`. */
  records<K extends StoredKind>(kind: K, query?: RecordsQuery): AsyncIterable<StoredRecord<K>>;
  /**
   * Records of a kind as the store knew them at a moment, or as the files had them of it, by school and key, fetched page by
   * page. @throws LoaderError `unknown-kind`, `invalid-option`.
   */
  recordsAt<K extends StoredKind>(kind: K, query: RecordsAtQuery): AsyncIterable<RecordVersion<K>>;
  /** All versions of one record, the newest first, each with its file. @throws LoaderError `unknown-kind`. */
  history<K extends StoredKind>(
    kind: K,
    of: { readonly school: string | null; readonly key: string },
  ): Promise<RecordVersion<K>[]>;
  /**
   * Who stands in the store at least twice, by UPN or by identity, with all their records: pages of at most 200
   * persons, for `validatePeople` of `@rollbook/validate`. @throws the signal's reason.
   */
  people(query: PeopleQuery): AsyncIterable<readonly PersonAcrossSchools[]>;
  /**
   * Pupils with all that their schools say of them, by school and key: pages of at most 200. What systems that take
   * pupils one by one are fed from. @throws the signal's reason.
   */
  pupils(query?: PupilsQuery): AsyncIterable<readonly PupilWithRecords[]>;
  /**
   * All that the store has about one child, at whatever schools, for a subject access request; audited.
   * @throws LoaderError `invalid-decision`, `unknown-subject`, `ambiguous-subject`.
   */
  subjectAccess(selector: SubjectSelector, options: SubjectAccessOptions): Promise<SubjectAccessDocument>;
  /**
   * Erases one child, at all schools, for good; audited without naming it.
   * @throws LoaderError `invalid-decision`, `unknown-subject`, `ambiguous-subject`, `loads-unfinished`.
   */
  erase(selector: SubjectSelector, options: EraseOptions): Promise<Erasure>;
  /**
   * Removes what has been kept long enough by a policy; audited.
   * @throws LoaderError `invalid-decision`, `invalid-option`; ZodError for a policy that is none.
   */
  retention(policy: RetentionPolicyInput, options: RetentionOptions): Promise<RetentionResult>;
  /** What was done, by whom and when, in that order. It names pupils by pseudonyms; ask by `subject`. */
  audit(query?: AuditQuery): AsyncIterable<AuditRecord>;
  /**
   * Whether the audit trail is as it was written: every hash is computed anew. Only a head that was noted elsewhere,
   * given as `expect`, shows that the end wasn't cut off.
   */
  verifyAudit(options?: { readonly expect?: AuditHead }): Promise<AuditCheck>;
  /**
   * Puts into the audit trail that files for another system were made of the store's records.
   * @throws LoaderError `invalid-decision`.
   */
  noteExport(files: Export): Promise<void>;
  /** Pupils whom no rule matched with a person, the oldest first, with those who may be the same. */
  unmatched(query?: UnmatchedQuery): AsyncIterable<UnmatchedPupil>;
  /**
   * Decides whose a pupil in the queue is, with who and when; later records of it follow.
   *
   * @throws LoaderError `invalid-decision`, `unknown-entry`, `unknown-person`, `already-decided`.
   */
  resolveMatch(resolution: MatchResolution): Promise<ResolvedMatch>;
  /**
   * All that the council holds about a person, by data group and item, with where it came from; nothing for an
   * unknown person. Attendance and school history are the schools' own records and aren't there.
   */
  held(personId: string): Promise<HeldValue[]>;
  /** Values of schools that wait, or waited, for someone to accept or refuse them, in the order in which they came. */
  conflicts(query?: ConflictsQuery): AsyncIterable<Conflict>;
  /** How many conflicts are open, by school and data group. */
  conflictCounts(query?: Pick<ConflictsQuery, 'school'>): Promise<ConflictCount[]>;
  /**
   * Accepts or refuses conflicts, all that are named or none. A refused value isn't raised again when its school
   * sends it again.
   *
   * @throws LoaderError `invalid-decision`, `unknown-conflict`, `conflict-closed`, `conflicts-contradict`.
   */
  resolveConflict(resolution: ConflictResolution): Promise<ResolvedConflict[]>;
  /**
   * All that a school sent and that isn't with the council, or waits, file by file: for `rejectionReport`.
   */
  rejections(query: RejectionsQuery): AsyncIterable<Rejection>;
}

/**
 * A loader over a store. The store's tables are made, or brought up to date, before the first use; then
 * anything may throw LoaderError `schema-mismatch`. The store stays the caller's to close.
 */
export function createLoader({ store, settings = {} }: { store: Store; settings?: LoaderSettings }): Loader {
  let migrated: Promise<void> | undefined;
  const ready = (): Promise<void> =>
    (migrated ??= migrate(store).catch((error: unknown) => {
      migrated = undefined;
      throw error;
    }));
  return {
    async load(input, options = {}) {
      await ready();
      return load(store, input, options, settings);
    },
    async resume(options = {}) {
      await ready();
      return resume(store, settings, options);
    },
    async ledger(query) {
      await ready();
      return readLedger(store, query);
    },
    async *quarantine(query) {
      await ready();
      yield* readQuarantine(store, query);
    },
    async *issues(loadId) {
      await ready();
      yield* readIssues(store, loadId);
    },
    async schoolsOf(loadId) {
      await ready();
      return readLoadSchools(store, loadId);
    },
    async count(kind) {
      await ready();
      return countRecords(store, kind);
    },
    async *records(kind, query) {
      await ready();
      yield* readRecords(store, kind, query);
    },
    async *recordsAt(kind, query) {
      await ready();
      yield* readRecordsAt(store, kind, query);
    },
    async history(kind, of) {
      await ready();
      return readHistory(store, kind, of);
    },
    async *people(query) {
      await ready();
      yield* readPeople(store, query);
    },
    async *pupils(query) {
      await ready();
      yield* readPupils(store, query);
    },
    async subjectAccess(selector, options) {
      await ready();
      return readSubjectAccess(store, selector, options);
    },
    async erase(selector, options) {
      await ready();
      return erase(store, selector, options);
    },
    async retention(policy, options) {
      await ready();
      return applyRetention(store, policy, options);
    },
    async *audit(query) {
      await ready();
      yield* readAudit(store, query);
    },
    async verifyAudit(options) {
      await ready();
      return verifyAudit(store, options);
    },
    async noteExport(files) {
      await ready();
      return noteExport(store, files);
    },
    async *unmatched(query) {
      await ready();
      yield* readUnmatched(store, query);
    },
    async resolveMatch(resolution) {
      await ready();
      return resolveMatch(store, settings, resolution);
    },
    async held(personId) {
      await ready();
      return readHeld(store, personId);
    },
    async *conflicts(query) {
      await ready();
      yield* readConflicts(store, query);
    },
    async conflictCounts(query) {
      await ready();
      return countConflicts(store, query);
    },
    async resolveConflict(resolution) {
      await ready();
      return resolveConflicts(store, resolution);
    },
    async *rejections(query) {
      await ready();
      yield* readRejections(store, query);
    },
  };
}
