import type { StoreSession } from '../store.js';

/**
 * Notes that records of these schools were removed, other than by a load: the same file as before is from now on no repeat
 * that may be skipped, and the ledger doesn't call records unchanged that are gone. Under the locks of these schools.
 *
 * @param schools as the store's columns have them; null where it may be any.
 */
export async function noteRemoval(session: StoreSession, schools: Iterable<string> | null): Promise<void> {
  await session.query(
    `INSERT INTO rollbook.removal (removed_order, removed_school)
     SELECT nextval('rollbook.merged_order'), jsonb_array_elements_text($1::text::jsonb)`,
    [JSON.stringify(schools === null ? [null] : [...new Set(schools)])],
  );
}
