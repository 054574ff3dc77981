import { setTimeout as sleep } from 'node:timers/promises';
import { auditLoad } from './audit/audit-load.js';
import { applyToPersons } from './conflicts/apply-to-persons.js';
import { LoaderError } from './errors.js';
import { completeEntry, findRepeated } from './ledger.js';
import { StageTables, type LoadContext } from './load-context.js';
import { interrupted, markMatched, readSchools, takePackage, type LoadPackage } from './load-package.js';
import type { Balance, LoadResult } from './load-result.js';
import type { LoaderSettings } from './loader-settings.js';
import { lockMatching, lockSchools } from './locks.js';
import { matchStaged, settleMatches } from './matching/match-staged.js';
import { mergeStaged } from './merge.js';
import { dropStages } from './staging.js';
import type { Store, StoreSession } from './store.js';

export type Outcome = Omit<LoadResult, 'seconds'>;

/**
 * Takes a package from `staged` or `matched` to `merged`: a transaction for each of the two steps. Whoever dies
 * between them, another process can go on.
 *
 * @throws LoaderError `interrupted` when the package isn't there any more, and what a step throws; then it
 *   stands where it stood.
 */
export async function finishPackage(
  store: Store,
  loadId: number,
  settings: LoaderSettings,
  signal?: AbortSignal,
): Promise<Outcome> {
  await retrying(store, (session) => match(session, loadId, settings, signal));
  return retrying(store, (session) => merge(session, loadId, settings, signal));
}

async function match(
  session: StoreSession,
  loadId: number,
  settings: LoaderSettings,
  signal: AbortSignal | undefined,
): Promise<void> {
  // Before the package, as everybody does who needs both.
  if (settings.matching) await lockMatching(session);
  const found = await takePackage(session, loadId);
  if (found.state === 'matched') return;
  if (found.state !== 'staged') throw interrupted();
  signal?.throwIfAborted();
  if (settings.matching) await matchStaged(session, contextOf(found, settings, signal), settings.matching);
  await markMatched(session, loadId);
}

async function merge(
  session: StoreSession,
  loadId: number,
  settings: LoaderSettings,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  signal?.throwIfAborted();
  await session.run(`SET LOCAL work_mem = '64MB'`);
  await lockSchools(session, await readSchools(session, loadId));
  const found = await takePackage(session, loadId);
  if (found.state !== 'matched') throw interrupted();
  const { file, school, asOf, scope } = found;
  const context = contextOf(found, settings, signal);
  const { byKind, outdated, closed, queries } = await mergeStaged(session, context);
  const issues = { ...found.issues, query: found.issues.query + queries };
  const { affected } = await session.query(
    `INSERT INTO rollbook.issue (load_id, ordinal, severity, code, kind, key, issue)
     SELECT $1::bigint, row_number() OVER (ORDER BY seq), severity, code, kind, key, issue::jsonb
     FROM ${context.stages.issues}`,
    [loadId],
  );
  const staged = issues.error + issues.query + issues.info;
  if (affected !== staged) {
    throw new LoaderError(
      'ledger-unbalanced',
      `Of ${staged} issues ${affected} were still there; nothing of the file was kept.`,
    );
  }
  const total = sum(byKind.values());
  // Also with matching off: pupils that were linked before are still their persons'.
  await settleMatches(session, loadId);
  await applyToPersons(session, context, byKind);
  signal?.throwIfAborted();
  const repeatOf =
    file.sha256 === null ? null : await findRepeated(session, file.sha256, found.fingerprint, loadId);
  const figures = { ...total, file, school, repeatOf, skipped: false, outdated, closed, issues };
  await completeEntry(session, loadId, figures, byKind);
  await dropStages(session, loadId);
  const outcome = {
    loadId,
    ...figures,
    asOf,
    scope,
    byKind: Object.fromEntries(byKind),
    sha256: file.sha256,
  };
  await auditLoad(session, outcome);
  signal?.throwIfAborted();
  return outcome;
}

function contextOf(
  { loadId, received, schools, asOf, scope }: LoadPackage,
  settings: LoaderSettings,
  signal: AbortSignal | undefined,
): LoadContext {
  return { loadId, stages: new StageTables(loadId), received, schools, asOf, scope, settings, signal };
}

export function sum(balances: Iterable<Balance>): Balance {
  const total = { received: 0, loaded: 0, unchanged: 0, quarantined: 0 };
  for (const balance of balances) {
    total.received += balance.received;
    total.loaded += balance.loaded;
    total.unchanged += balance.unchanged;
    total.quarantined += balance.quarantined;
  }
  return total;
}

/** Whether the staged records are all there: after a crash of the server their tables are empty. */
export async function isWhole(session: StoreSession, found: LoadPackage): Promise<boolean> {
  const stages = new StageTables(found.loadId);
  const { error, query, info } = found.issues;
  const expected: [string, number][] = [[stages.issues, error + query + info]];
  for (const [kind, count] of found.received) expected.push([stages.of(kind), count]);
  for (const [table, count] of expected) {
    const { rows: known } = await session.query<{ there: boolean }>(
      'SELECT to_regclass($1) IS NOT NULL AS there',
      [table],
    );
    if (!known[0]?.there) return false;
    const { rows } = await session.query<{ rows: number | string }>(`SELECT count(*) AS rows FROM ${table}`);
    if (Number(rows[0]?.rows) !== count) return false;
  }
  return true;
}

/** SQLSTATE of a deadlock and of a failure to serialise: the transaction may well succeed the next time. */
const PASSING = new Set(['40P01', '40001']);
const ATTEMPTS = 5;

async function retrying<T>(store: Store, work: (session: StoreSession) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.transaction(work);
    } catch (error) {
      const passing =
        error instanceof LoaderError && error.sqlState !== undefined && PASSING.has(error.sqlState);
      if (!passing || attempt === ATTEMPTS) throw error;
      // Not all at the same moment again.
      await sleep(20 * attempt * (1 + Math.random()));
    }
  }
}
