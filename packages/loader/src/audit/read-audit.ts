import type { JsonValue } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import { decoded, ISO } from '../ledger.js';
import type { Store } from '../store.js';
import { decodeText } from '../store-text.js';
import { PAGE } from '../stored-record.js';
import { chainedHash, FIRST, type AuditRecord, type AuditSubject } from './audit-entry.js';
import { identitiesOf, readPseudonyms } from './pseudonyms.js';

export interface AuditQuery {
  readonly action?: string;
  /** Only entries about this pupil or person, as either. */
  readonly subject?: AuditSubject;
  /** Only entries about this load. */
  readonly loadId?: number;
  /** Only entries of this moment or later: ISO 8601. */
  readonly since?: string;
  /** Go on after the entry of this number. */
  readonly after?: number;
  /** At most so many; all when not given. */
  readonly limit?: number;
}

interface Row {
  sequence: number | string;
  moment: string;
  action: string;
  actor: string | null;
  school: string | null;
  subjects: string;
  load_id: number | string | null;
  details: string;
  previous: string;
  hash: string;
}

const SELECT = `
  SELECT sequence, to_char(at AT TIME ZONE 'UTC', ${ISO}) AS moment, action, actor, school,
    to_json(subjects)::text AS subjects, load_id, details::text AS details, encode(previous, 'hex') AS previous,
    encode(hash, 'hex') AS hash
  FROM rollbook.audit`;

/** The audit trail in its order, fetched page by page. */
export async function* readAudit(
  store: Pick<Store, 'read'>,
  query: AuditQuery = {},
): AsyncGenerator<AuditRecord, void, undefined> {
  let pseudonyms: string | null = null;
  if (query.subject) {
    const known = await readPseudonyms(store, identitiesOf(query.subject));
    if (known.size === 0) return;
    pseudonyms = JSON.stringify([...known.values()]);
  }
  let after = query.after ?? 0;
  let left = query.limit ?? Infinity;
  while (left > 0) {
    const size = Math.min(PAGE, left);
    const rows = await store.read<Row>(
      `${SELECT}
       WHERE sequence > $1::bigint AND ($2::text IS NULL OR action = $2::text)
         AND ($3::text IS NULL
           OR subjects && ARRAY(SELECT value FROM jsonb_array_elements_text($3::text::jsonb)))
         AND ($4::timestamptz IS NULL OR at >= $4::timestamptz) AND ($5::bigint IS NULL OR load_id = $5::bigint)
       ORDER BY sequence LIMIT $6`,
      [after, query.action ?? null, pseudonyms, query.since ?? null, query.loadId ?? null, size],
    );
    for (const row of rows) yield recordOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = Number(last.sequence);
    left -= rows.length;
  }
}

/** Where a trail ends. Noted somewhere else, it shows later that nothing was cut off. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

export interface AuditCheck {
  /** Entries looked at: all, or those up to the break. */
  readonly entries: number;
  readonly ok: boolean;
  /** The number of the first entry that isn't as it was written, or isn't there; null if all are. */
  readonly brokenAt: number | null;
  /** The last entry; null when there is none. */
  readonly head: AuditHead | null;
}

/**
 * Walks the trail from its first entry to its last, and computes every hash anew.
 *
 * @param expect a head of earlier: a trail that doesn't have it any more is broken.
 */
export async function verifyAudit(
  store: Pick<Store, 'read'>,
  { expect }: { expect?: AuditHead } = {},
): Promise<AuditCheck> {
  let head: AuditHead | null = null;
  let entries = 0;
  const broken = (brokenAt: number): AuditCheck => ({ entries, ok: false, brokenAt, head });
  for (;;) {
    const rows: Row[] = await store.read<Row>(
      `${SELECT} WHERE sequence > $1::bigint ORDER BY sequence LIMIT $2`,
      [head?.sequence ?? 0, PAGE],
    );
    for (const row of rows) {
      const entry: AuditRecord = recordOf(row);
      const { sequence, hash } = entry;
      const before: AuditHead = head ?? { sequence: 0, hash: FIRST };
      if (sequence !== before.sequence + 1) return broken(before.sequence + 1);
      if (row.previous !== before.hash || hash !== chainedHash(entry, before.hash)) return broken(sequence);
      if (expect?.sequence === sequence && expect.hash !== hash) return broken(sequence);
      head = { sequence, hash };
      entries++;
    }
    if (rows.length < PAGE) break;
  }
  if (expect && expect.sequence > (head?.sequence ?? 0)) return broken((head?.sequence ?? 0) + 1);
  return { entries, ok: true, brokenAt: null, head };
}

function recordOf(row: Row): AuditRecord {
  return {
    sequence: Number(row.sequence),
    at: row.moment,
    action: decodeText(row.action),
    actor: decoded(row.actor),
    school: decoded(row.school),
    subjects: JSON.parse(row.subjects) as string[],
    loadId: row.load_id === null ? null : Number(row.load_id),
    details: parseStoredJson(row.details) as JsonValue,
    hash: row.hash,
  };
}
