import type { LoadResult } from '../load-result.js';
import type { StoreSession } from '../store.js';
import { writeAudit } from './write-audit.js';

/** One entry for a load that is merged, or skipped as a repeat, in this transaction. */
export async function auditLoad(session: StoreSession, outcome: Omit<LoadResult, 'seconds'>): Promise<void> {
  const { loadId, school, sha256, skipped, repeatOf, received, loaded, unchanged, quarantined } = outcome;
  await writeAudit(session, {
    action: skipped ? 'load-skipped' : 'load-merged',
    actor: null,
    loadId,
    ...(school === null ? {} : { subject: { school } }),
    details: {
      ...{
        sha256,
        received,
        loaded,
        unchanged,
        quarantined,
        outdated: outcome.outdated,
        closed: outcome.closed,
      },
      issues: { ...outcome.issues },
      ...(skipped ? { repeatOf } : {}),
    },
  });
}

/** One entry for a load that failed. */
export async function auditFailedLoad(
  session: StoreSession,
  failed: { loadId: number; school: string | null; sha256: string | null; code: string },
): Promise<void> {
  const { loadId, school, sha256, code } = failed;
  await writeAudit(session, {
    action: 'load-failed',
    actor: null,
    loadId,
    ...(school === null ? {} : { subject: { school } }),
    details: { sha256, code },
  });
}
