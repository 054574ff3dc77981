import type { Pupil } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import { ISO } from '../ledger.js';
import type { Store } from '../store.js';
import { decodeText, storeSchool } from '../store-text.js';
import { PAGE } from '../stored-record.js';
import type { Candidate, UnmatchedReason } from './match-identity.js';

export type UnmatchedState = 'open' | 'added' | 'matched' | 'rejected';

/** A pupil whom no rule matched, and whom someone decides about. */
export interface UnmatchedPupil {
  readonly id: number;
  /** LAESTAB; null for no school. */
  readonly school: string | null;
  readonly state: UnmatchedState;
  readonly reason: UnmatchedReason;
  /** As the school says now; a pupil's data. */
  readonly pupil: Omit<Pupil, 'provenance'>;
  /** Persons who may be the same, the best first. */
  readonly candidates: readonly Candidate[];
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
}

export interface UnmatchedQuery {
  /** LAESTAB; null for pupils under no school; all when not given. */
  readonly school?: string | null;
  /** `open` when not given. */
  readonly state?: UnmatchedState | 'all';
  /** Go on after the entry of this number. */
  readonly after?: number;
  /** At most so many; all when not given. */
  readonly limit?: number;
}

interface Row {
  unmatched_id: number | string;
  school: string;
  state: UnmatchedState;
  reason: UnmatchedReason;
  record: string;
  candidates: string;
  since: string;
  decided_by: string | null;
  decided_at: string | null;
  note: string | null;
}

/** The queue, the oldest first, fetched page by page. */
export async function* readUnmatched(
  store: Pick<Store, 'read'>,
  query: UnmatchedQuery = {},
): AsyncGenerator<UnmatchedPupil, void, undefined> {
  let after = query.after ?? 0;
  let left = query.limit ?? Infinity;
  while (left > 0) {
    const size = Math.min(PAGE, left);
    const rows = await store.read<Row>(
      `SELECT u.unmatched_id, u.school, u.state, u.reason, p.record::text AS record, u.candidates::text AS candidates,
         to_char(u.since AT TIME ZONE 'UTC', ${ISO}) AS since, u.decided_by,
         to_char(u.decided_at AT TIME ZONE 'UTC', ${ISO}) AS decided_at, u.note
       FROM rollbook.unmatched u JOIN rollbook.pupil p ON p.school = u.school AND p.key = u.key
       WHERE u.unmatched_id > $1 AND ($2::text IS NULL OR u.school = $2::text)
         AND ($3::text = 'all' OR u.state = $3::text)
       ORDER BY u.unmatched_id LIMIT $4`,
      [
        after,
        query.school === undefined ? null : storeSchool(query.school ?? undefined),
        query.state ?? 'open',
        size,
      ],
    );
    for (const row of rows) {
      after = Number(row.unmatched_id);
      yield {
        id: after,
        school: row.school === '' ? null : decodeText(row.school),
        state: row.state,
        reason: row.reason,
        pupil: parseStoredJson(row.record) as Omit<Pupil, 'provenance'>,
        candidates: JSON.parse(row.candidates) as Candidate[],
        since: row.since,
        decidedBy: row.decided_by === null ? null : decodeText(row.decided_by),
        decidedAt: row.decided_at,
        note: row.note === null ? null : decodeText(row.note),
      };
    }
    if (rows.length < size) return;
    left -= rows.length;
  }
}
