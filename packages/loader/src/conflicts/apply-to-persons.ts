import type { RecordKind } from '@rollbook/model';
import type { StoreSession } from '../store.js';
import { stagedKinds, type ApplyContext } from './apply-context.js';
import { addChanged, addWhole, closeArrivals, openArrivals } from './arrivals.js';
import { closeUnsaid } from './close-unsaid.js';
import { decideArrivals } from './decide-arrivals.js';
import type { ProcessingSettings } from './settings.js';

/** What became of the values that a load, or a decision on a pupil, brought to persons. */
export interface ApplyResult {
  /** Held already, word for word. */
  readonly same: number;
  /** Held from now on. */
  readonly written: number;
  /** Conflicts that were raised. */
  readonly raised: number;
  /** Conflicts that no longer stand: their school said something else, or what is held. */
  readonly closed: number;
  /** Not taken: by rule, for being older, or since a person refused that value before. */
  readonly ignored: number;
}

export const nothingApplied: ApplyResult = { same: 0, written: 0, raised: 0, closed: 0, ignored: 0 };

/**
 * Holds what a load changed against what the council holds of the persons that the pupils are linked to, and
 * writes, raises a conflict, or leaves it, by the rule of school and data group. Runs within the merging
 * transaction, after the records were merged. Of a pupil that this load linked, all that the store has is new
 * to the person and goes the same way. Values for a person of whom nothing is held at all are written, but
 * for groups with `dont-import`.
 *
 * It locks the persons concerned, by their id, and writes nothing when nothing changed.
 *
 * @param merged what the merge did, by kind: kinds of which it changed nothing are passed over. All that were
 *   staged are looked at when it isn't given.
 */
export async function applyToPersons(
  session: StoreSession,
  context: ApplyContext,
  merged?: ReadonlyMap<RecordKind, { readonly loaded: number }>,
): Promise<ApplyResult> {
  const found = await linksOf(session, context);
  if (!found.any && !found.fresh) return nothingApplied;
  const kinds = stagedKinds(context).filter((kind) => !merged || (merged.get(kind)?.loaded ?? 0) > 0);
  let result = nothingApplied;
  if (kinds.length > 0 || found.fresh) {
    await openArrivals(session);
    await addChanged(session, context, kinds);
    if (found.fresh) {
      await session.query(
        'INSERT INTO whole_pupil SELECT school, key FROM rollbook.person_link WHERE load_id = $1::bigint',
        [context.loadId],
      );
    }
    result = await settle(session, found.fresh, context.settings.processing);
  }
  const closed = context.scope === 'full' ? await closeUnsaid(session, context.schools) : 0;
  return { ...result, closed: result.closed + closed };
}

/** A pupil as the store's columns have it: `school` empty for none. */
export interface PupilColumns {
  readonly school: string;
  readonly key: string;
}

/**
 * The same for pupils that someone linked just now: everything that the store has of them goes to their
 * persons. To be called in the transaction that wrote the links, after them.
 *
 * @param pupils columns `school` and `key` of `rollbook.person_link`; those without a link are passed over.
 */
export async function applyPupils(
  session: StoreSession,
  pupils: readonly PupilColumns[],
  settings: { readonly processing?: ProcessingSettings | undefined } = {},
): Promise<ApplyResult> {
  if (pupils.length === 0) return nothingApplied;
  await openArrivals(session);
  await session.query(
    `INSERT INTO whole_pupil
     SELECT DISTINCT school, key FROM jsonb_to_recordset($1::text::jsonb) AS p (school text, key text)`,
    [JSON.stringify(pupils.map(({ school, key }) => ({ school, key })))],
  );
  return settle(session, true, settings.processing);
}

async function linksOf(
  session: StoreSession,
  { loadId, schools }: ApplyContext,
): Promise<{ any: boolean; fresh: boolean }> {
  const { rows } = await session.query<{ any: boolean; fresh: boolean }>(
    `SELECT
       EXISTS (SELECT FROM rollbook.person_link l
         JOIN jsonb_array_elements_text($1::text::jsonb) s (school) ON l.school = s.school COLLATE "C") AS any,
       EXISTS (SELECT FROM rollbook.person_link WHERE load_id = $2::bigint) AS fresh`,
    [JSON.stringify(schools), loadId],
  );
  return rows[0] ?? { any: false, fresh: false };
}

async function settle(
  session: StoreSession,
  whole: boolean,
  processing: ProcessingSettings | undefined,
): Promise<ApplyResult> {
  await lockPersons(session);
  // Behind the lock: a pupil of another school may have been changed by a load that held it.
  if (whole) await addWhole(session);
  const result = await decideArrivals(session, processing);
  await closeArrivals(session);
  return result;
}

/** In the order of their ids, so that of two that want the same persons one waits and neither forever. */
async function lockPersons(session: StoreSession): Promise<void> {
  await session.run(`
    SELECT count(*) FROM (
      SELECT FROM rollbook.person WHERE person_id IN (
        SELECT person_id FROM arrival
        UNION SELECT person_id FROM whole_pupil JOIN rollbook.person_link USING (school, key))
      ORDER BY person_id FOR NO KEY UPDATE) locked`);
}
