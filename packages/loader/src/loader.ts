import type { Issue } from '@rollbook/parser-kit';
import type { PersonAcrossSchools } from '@rollbook/validate';
import type { StoredKind } from './kind-tables.js';
import { readLedger, type LedgerQuery } from './ledger.js';
import { load } from './load.js';
import type { LoadInput, LoadOptions } from './load-options.js';
import type { LedgerEntry, LoadResult } from './load-result.js';
import { readLoadSchools } from './load-schools.js';
import { migrate } from './migrate.js';
import { readPeople, type PeopleQuery } from './people.js';
import {
  readIssues,
  readQuarantine,
  type QuarantinedRecord,
  type QuarantineQuery,
} from './quarantined-record.js';
import type { Store } from './store.js';
import { countRecords, readRecords, type RecordsQuery, type StoredRecord } from './stored-record.js';

/** Loads files into a store and reads back what is there. */
export interface Loader {
  /**
   * Loads one file in one transaction: all of it or nothing. Whatever a file holds, every record received is
   * loaded, unchanged or quarantined. A file that was loaded before changes nothing.
   *
   * The batches mustn't wait for another query of the same store: it would wait for this load to end.
   *
   * @throws what the batches throw (such as `UnreadableInputError`), the signal's reason, or LoaderError. Then
   *   the store is as it was before, but for one ledger row that says `failed`.
   */
  load(input: LoadInput, options?: LoadOptions): Promise<LoadResult>;
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
   * Who stands in the store at least twice, by UPN or by identity, with all their records: pages of at most 200
   * persons, for `validatePeople` of `@rollbook/validate`. @throws the signal's reason.
   */
  people(query: PeopleQuery): AsyncIterable<readonly PersonAcrossSchools[]>;
}

/**
 * A loader over a store. The store's tables are made, or brought up to date, before the first use; then
 * anything may throw LoaderError `schema-mismatch`. The store stays the caller's to close.
 */
export function createLoader({ store }: { store: Store }): Loader {
  let migrated: Promise<void> | undefined;
  const ready = (): Promise<void> =>
    (migrated ??= migrate(store).catch((error: unknown) => {
      migrated = undefined;
      throw error;
    }));
  return {
    async load(input, options = {}) {
      await ready();
      return load(store, input, options);
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
    async *people(query) {
      await ready();
      yield* readPeople(store, query);
    },
  };
}
