import { LoaderError } from './errors.js';
import { finishPackage, isWhole } from './finish-package.js';
import { readEntry } from './ledger.js';
import { STAGE_SCHEMA } from './load-context.js';
import { failPackage, readUnfinished, takePackage } from './load-package.js';
import type { LedgerEntry } from './load-result.js';
import type { LoaderSettings } from './loader-settings.js';
import { dropStages } from './staging.js';
import type { Store } from './store.js';

export interface ResumeOptions {
  /** Only loads that began before this moment. */
  readonly olderThan?: Date;
  /** Stops between two loads, or in one, which then stands where it stood. */
  readonly signal?: AbortSignal;
}

/** Settles the loads whose process is gone: see {@link Loader.resume}. */
export async function resume(
  store: Store,
  settings: LoaderSettings,
  { olderThan, signal }: ResumeOptions,
): Promise<LedgerEntry[]> {
  const settled: LedgerEntry[] = [];
  let refusal: LoaderError | undefined;
  for (const loadId of await readUnfinished(store, olderThan)) {
    signal?.throwIfAborted();
    const release = await store.claim(loadId);
    if (!release) continue;
    try {
      if (!(await settle(store, loadId, settings, signal))) continue;
      const entry = await store.transaction((session) => readEntry(session, loadId));
      if (entry) settled.push(entry);
    } catch (error) {
      // The stage is another login's, see sql/roles.sql: it mustn't hold up the loads after it.
      if (!isDenied(error)) throw error;
      refusal ??= error;
    } finally {
      await release();
    }
  }
  await sweep(store);
  if (refusal !== undefined) throw refusal;
  return settled;
}

/** SQLSTATE 42501: the login may not do that. */
function isDenied(error: unknown): error is LoaderError {
  return error instanceof LoaderError && error.sqlState === '42501';
}

/** @returns whether it was this that settled it. */
async function settle(
  store: Store,
  loadId: number,
  settings: LoaderSettings,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const outcome = await store.transaction(async (session) => {
    const found = await takePackage(session, loadId);
    if (found.state === 'merged' || found.state === 'failed') return 'settled';
    if (found.state !== 'received' && (await isWhole(session, found))) return 'whole';
    await failPackage(session, loadId, { code: 'interrupted' });
    return 'failed';
  });
  if (outcome !== 'whole') return outcome === 'failed';
  try {
    await finishPackage(store, loadId, settings, signal);
    return true;
  } catch (error) {
    // Its own process lives after all, and was quicker.
    if (error instanceof LoaderError && error.code === 'interrupted') return false;
    if (signal?.aborted || isPassing(error)) throw error;
    const code = error instanceof LoaderError ? error.code : 'unexpected';
    return store.transaction((session) => failPackage(session, loadId, { code }));
  }
}

/**
 * Says nothing of the package: the store is away, or full, or hasn't granted something. SQLSTATE classes 08, 53, 55,
 * 57, 58, and 42501.
 */
function isPassing(error: unknown): boolean {
  if (!(error instanceof LoaderError)) return false;
  if (error.code === 'store-unreachable' || error.code === 'store-closed') return true;
  return error.code === 'store-failed' && /^(?:$|08|40|53|55|57|58|42501)/.test(error.sqlState ?? '');
}

/** Drops tables of loads that the ledger knows nothing of, or knows as settled, as when the schema was made anew. */
async function sweep(store: Store): Promise<void> {
  await store.transaction(async (session) => {
    const { rows } = await session.query<{ load_id: number | string }>(
      `SELECT DISTINCT substring(relname from '^l(\\d{1,15})_')::bigint AS load_id FROM pg_class c
       WHERE relnamespace = to_regnamespace('${STAGE_SCHEMA}') AND relkind = 'r' AND relname ~ '^l\\d{1,15}_'
         AND pg_has_role(c.relowner, 'USAGE')
         AND NOT EXISTS (
           SELECT FROM rollbook.file_load f
           WHERE f.load_id = substring(c.relname from '^l(\\d{1,15})_')::bigint
             AND f.state IN ('received', 'staged', 'matched'))`,
    );
    for (const row of rows) await dropStages(session, Number(row.load_id));
  });
}
