import { tableOf } from '../kind-tables.js';
import type { StoreSession } from '../store.js';
import { itemOf } from './arrivals.js';
import { heldKinds } from './data-groups.js';

/**
 * Closes open conflicts about records that their school no longer has, which a full file tells. Of a field that
 * is no longer sent the conflict stays: nothing sent says nothing.
 *
 * @param schools as the store's columns have them.
 * @returns how many were closed.
 */
export async function closeUnsaid(session: StoreSession, schools: readonly string[]): Promise<number> {
  const ofSchools = `c.state = 'open' AND c.school IN (SELECT jsonb_array_elements_text($1::text::jsonb))`;
  const { rows } = await session.query<{ kind: string }>(
    `SELECT DISTINCT split_part(c.item, ':', 1) AS kind FROM rollbook.conflict c WHERE ${ofSchools}
       AND c.item LIKE '%:%'`,
    [JSON.stringify(schools)],
  );
  const present = new Set(rows.map(({ kind }) => kind));
  let closed = 0;
  for (const kind of heldKinds) {
    if (!present.has(kind)) continue;
    const { affected } = await session.query(
      `UPDATE rollbook.conflict c SET state = 'gone', decided_at = now()
       WHERE ${ofSchools} AND split_part(c.item, ':', 1) = '${kind}' AND NOT EXISTS (
         SELECT FROM ${tableOf(kind)} t
         WHERE t.school = c.school AND t.pupil_key = c.pupil_key AND ${itemOf(kind, 't')} = c.item)`,
      [JSON.stringify(schools)],
    );
    closed += affected;
  }
  return closed;
}
