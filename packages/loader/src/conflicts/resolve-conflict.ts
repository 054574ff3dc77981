import { writeAudit } from '../audit/write-audit.js';
import type { AuditEntry } from '../audit/audit-entry.js';
import { LoaderError } from '../errors.js';
import type { Store, StoreSession } from '../store.js';
import { decodeText, encodeText } from '../store-text.js';
import type { ConflictState } from './conflict.js';
import { partsOfItem, type DataGroup } from './data-groups.js';

export interface ConflictDecision {
  /** `accept`: the value that was sent is held from now on. `refuse`: what is held stays. */
  readonly decision: 'accept' | 'refuse';
  /** Who decides: a person's name or account, as the council's records are to show it. */
  readonly by: string;
  readonly note?: string;
}

/** One conflict, or several that are decided alike and together. */
export type ConflictResolution = ConflictDecision &
  ({ readonly id: number; readonly ids?: never } | { readonly ids: readonly number[]; readonly id?: never });

export interface ResolvedConflict {
  readonly conflictId: number;
  readonly personId: string;
  readonly state: 'accepted' | 'refused';
}

interface Row {
  conflict_id: number | string;
  person_id: string;
  school: string;
  pupil_key: string;
  data_group: DataGroup;
  item: string;
  state: ConflictState;
  incoming: string;
}

/**
 * Decides on conflicts, all of them or none. A refused value isn't raised again when its school sends it again.
 *
 * @throws LoaderError `invalid-decision` when nobody signs it or no conflict is named, `unknown-conflict`,
 *   `conflict-closed` when one isn't open any more, `conflicts-contradict` when two values would be accepted for
 *   the same item; then nothing is changed.
 */
export async function resolveConflicts(
  store: Store,
  resolution: ConflictResolution,
): Promise<ResolvedConflict[]> {
  const { decision, by, note, id, ids } = resolution;
  const wanted = [...new Set(ids ?? [id])];
  if (by.trim() === '')
    throw new LoaderError('invalid-decision', 'A decision needs the name of who takes it.');
  if (wanted.length === 0 || !wanted.every((one) => Number.isSafeInteger(one) && one > 0))
    throw new LoaderError('invalid-decision', 'A decision needs the ids of the conflicts that it is about.');
  const state = decision === 'accept' ? 'accepted' : 'refused';
  const list = JSON.stringify(wanted);
  return store.transaction(async (session) => {
    const rows = await lockConflicts(session, list);
    check(rows, wanted, decision);
    await session.query(
      `UPDATE rollbook.conflict c
       SET state = $2, decided_by = $3, decided_at = now(), note = $4, held =
         (SELECT h.value FROM rollbook.person_held h WHERE h.person_id = c.person_id
            AND h.data_group = c.data_group AND h.item = c.item)
       WHERE conflict_id IN (${IDS})`,
      [list, state, encodeText(by), note === undefined ? null : encodeText(note)],
    );
    if (decision === 'accept') await holdAccepted(session, list);
    await writeAudit(session, entriesOf(rows, state, by));
    return rows.map((row) => ({ conflictId: Number(row.conflict_id), personId: row.person_id, state }));
  });
}

/** Ids in the statement's first parameter. */
const IDS = 'SELECT value::bigint FROM jsonb_array_elements_text($1::text::jsonb)';

/** Persons first and in their order, as a load does, so that neither waits for the other forever. */
async function lockConflicts(session: StoreSession, list: string): Promise<Row[]> {
  await session.query(
    `SELECT count(*) FROM (
       SELECT FROM rollbook.person WHERE person_id IN
         (SELECT person_id FROM rollbook.conflict WHERE conflict_id IN (${IDS}))
       ORDER BY person_id FOR NO KEY UPDATE) locked`,
    [list],
  );
  const { rows } = await session.query<Row>(
    `SELECT conflict_id, person_id, school, pupil_key, data_group, item, state, incoming::text AS incoming
     FROM rollbook.conflict WHERE conflict_id IN (${IDS}) ORDER BY conflict_id FOR UPDATE`,
    [list],
  );
  return rows;
}

function check(
  rows: readonly Row[],
  wanted: readonly number[],
  decision: ConflictDecision['decision'],
): void {
  if (rows.length < wanted.length) {
    const known = new Set(rows.map(({ conflict_id: known }) => Number(known)));
    const unknown = wanted.filter((one) => !known.has(one));
    throw new LoaderError('unknown-conflict', `There is no conflict ${unknown.slice(0, 5).join(', ')}.`);
  }
  const closed = rows.find(({ state }) => state !== 'open');
  if (closed)
    throw new LoaderError('conflict-closed', `Conflict ${closed.conflict_id} is ${closed.state} already.`);
  if (decision === 'refuse') return;
  const accepted = new Map<string, Row>();
  for (const row of rows) {
    const item = JSON.stringify([row.person_id, row.data_group, row.item]);
    const other = accepted.get(item);
    if (other && other.incoming !== row.incoming)
      throw new LoaderError(
        'conflicts-contradict',
        `Conflicts ${other.conflict_id} and ${row.conflict_id} have different values for the same item.`,
      );
    accepted.set(item, row);
  }
}

async function holdAccepted(session: StoreSession, list: string): Promise<void> {
  await session.query(
    `INSERT INTO rollbook.person_held AS h
       (person_id, data_group, item, value, school, key, load_id, as_of, set_by)
     SELECT DISTINCT ON (person_id, data_group, item)
       person_id, data_group, item, incoming, school, pupil_key, load_id, as_of, decided_by
     FROM rollbook.conflict WHERE conflict_id IN (${IDS})
     ORDER BY person_id, data_group, item, as_of DESC NULLS LAST, conflict_id
     ON CONFLICT (person_id, data_group, item) DO UPDATE
     SET value = excluded.value, school = excluded.school, key = excluded.key, load_id = excluded.load_id,
       as_of = excluded.as_of, set_by = excluded.set_by, set_at = now()`,
    [list],
  );
  // Others who say the same have their answer.
  await session.query(
    `UPDATE rollbook.conflict c SET state = 'gone', decided_at = now()
     FROM rollbook.conflict d
     WHERE d.conflict_id IN (${IDS}) AND c.state = 'open' AND c.person_id = d.person_id
       AND c.data_group = d.data_group AND c.item = d.item AND c.incoming = d.incoming`,
    [list],
  );
}

/** An entry for each pupil: which groups and fields, and no value; the key of a record may hold a name, too. */
function entriesOf(rows: readonly Row[], state: 'accepted' | 'refused', by: string): AuditEntry[] {
  const pupils = new Map<string, Row[]>();
  for (const row of rows) {
    const pupil = JSON.stringify([row.person_id, row.school, row.pupil_key]);
    const list = pupils.get(pupil);
    if (list) list.push(row);
    else pupils.set(pupil, [row]);
  }
  return [...pupils.values()].map((list) => {
    const { person_id: personId, school, pupil_key: key } = list[0] as Row;
    return {
      action: `conflict-${state}`,
      actor: by,
      subject: { school: school === '' ? null : decodeText(school), key: decodeText(key), personId },
      details: {
        conflicts: list.map(({ conflict_id: id, data_group: group, item }) => {
          const { kind, field } = partsOfItem(item);
          return { conflictId: Number(id), group, kind, ...(field === undefined ? {} : { field }) };
        }),
      },
    };
  });
}
