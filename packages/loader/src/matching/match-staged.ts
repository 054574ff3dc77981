import { randomUUID } from 'node:crypto';
import type { Pupil } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import type { LoadContext } from '../load-context.js';
import type { StoreSession } from '../store.js';
import { KnownPupils } from './known-pupils.js';
import type { MatchVerdict } from './match-identity.js';
import { matchPupil } from './match-pupil.js';
import {
  findKnown,
  leaveQueue,
  writeLinks,
  writePersons,
  type IncomingPupil,
  type NewLink,
} from './persons.js';
import { schoolRules } from './school-rules.js';
import type { MatchingSettings } from './settings.js';

/** Pupils in memory at once, beside those of persons that may be the same. */
const PAGE = 500;

interface Queued extends IncomingPupil {
  readonly verdict: Extract<MatchVerdict, { reason: string }>;
}

/**
 * Matches the pupils of a load, under the lock of matching: links those whom a rule finds, makes new persons where the school's
 * settings say so, and queues the others. A pupil that is linked stays so, and one that was rejected stays rejected; so later
 * records follow the decision. What it writes bears the load's number, and goes again when the load comes to nothing.
 */
export async function matchStaged(
  session: StoreSession,
  context: LoadContext,
  settings: MatchingSettings,
): Promise<void> {
  if (!context.received.has('pupil')) return;
  const rulesOf = schoolRules(settings);
  let after = { school: '', key: '' };
  for (;;) {
    context.signal?.throwIfAborted();
    const page = await nextPage(session, context, after);
    const last = page.at(-1);
    if (!last) return;
    after = last;
    const known = new KnownPupils(await findKnown(session, page, rulesOf, context.asOf));
    const links: NewLink[] = [];
    const persons: string[] = [];
    const queue: Queued[] = [];
    for (const incoming of page) {
      const rules = rulesOf(incoming.school);
      const verdict = matchPupil(incoming.pupil, known.near(incoming.pupil, rules), rules);
      if ('personId' in verdict) {
        links.push({ ...incoming, personId: verdict.personId, how: verdict.how });
        known.addPupil(verdict.personId, incoming.pupil);
      } else if (
        rules.addUnmatched === 'always' ||
        (rules.addUnmatched === 'without-candidates' && verdict.candidates.length === 0)
      ) {
        const personId = randomUUID();
        persons.push(personId);
        links.push({ ...incoming, personId, how: 'added' });
        // For the child's other record in the same file.
        known.addPupil(personId, incoming.pupil);
      } else queue.push({ ...incoming, verdict });
    }
    await writePersons(session, persons, context.loadId);
    await writeLinks(session, links, context.loadId);
    await writeQueue(session, queue, context.loadId);
    await leaveQueue(session, links);
    if (page.length < PAGE) return;
  }
}

/** The file's first record of each pupil who has no link and wasn't rejected, unless an error is about it. */
async function nextPage(
  session: StoreSession,
  { stages }: LoadContext,
  after: { school: string; key: string },
): Promise<IncomingPupil[]> {
  const { rows } = await session.query<{ school: string; key: string; record: string }>(
    `SELECT DISTINCT ON (s.school, s.key) s.school, s.key, s.record
     FROM ${stages.of('pupil')} s
     WHERE (s.school, s.key) > ($1, $2)
       AND NOT EXISTS (SELECT FROM rollbook.person_link l WHERE l.school = s.school AND l.key = s.key)
       AND NOT EXISTS (
         SELECT FROM rollbook.unmatched u WHERE u.school = s.school AND u.key = s.key AND u.state = 'rejected')
       AND s.key NOT IN (
         SELECT i.key FROM ${stages.issues} i WHERE i.severity = 'error' AND i.kind = 'pupil' AND i.key IS NOT NULL)
     ORDER BY s.school, s.key, s.seq LIMIT ${PAGE}`,
    [after.school, after.key],
  );
  return rows.map(({ school, key, record }) => ({ school, key, pupil: parseStoredJson(record) as Pupil }));
}

async function writeQueue(session: StoreSession, queue: readonly Queued[], loadId: number): Promise<void> {
  if (queue.length === 0) return;
  const rows = queue.map(({ school, key, verdict: { reason, candidates } }) => ({
    school,
    key,
    reason,
    candidates,
  }));
  await session.query(
    `INSERT INTO rollbook.unmatched AS u (school, key, reason, candidates, load_id)
     SELECT school, key, reason, candidates, $2::bigint
     FROM jsonb_to_recordset($1::text::jsonb) AS q (school text, key text, reason text, candidates jsonb)
     ON CONFLICT (school, key) DO UPDATE
     SET state = 'open', reason = excluded.reason, candidates = excluded.candidates, decided_by = NULL, decided_at = NULL
     WHERE u.state <> 'open' OR u.reason <> excluded.reason OR u.candidates <> excluded.candidates`,
    [JSON.stringify(rows), loadId],
  );
}

/**
 * After the merge: what was matched of pupils that came to quarantine goes again, and links learn what their pupils are called
 * now, beside what they were called before.
 */
export async function settleMatches(session: StoreSession, loadId: number): Promise<void> {
  const nowhere = (row: string): string =>
    `${row}.load_id = $1::bigint AND NOT EXISTS (SELECT FROM rollbook.pupil p WHERE p.school = ${row}.school AND p.key = ${row}.key)`;
  await session.query(`DELETE FROM rollbook.person_link l WHERE ${nowhere('l')}`, [loadId]);
  await session.query(`DELETE FROM rollbook.unmatched u WHERE ${nowhere('u')}`, [loadId]);
  await dropLonely(session, loadId);
  await session.query(
    `UPDATE rollbook.person_link l
     SET surname = p.surname, forename = p.forename, birth_date = p.birth_date, sex = p.sex, identifiers = ARRAY(
       SELECT unnest(l.identifiers) UNION SELECT 'upn:' || p.upn WHERE p.upn IS NOT NULL
       UNION SELECT 'former:' || former FROM jsonb_array_elements_text(coalesce(p.record -> 'formerUpns', '[]')) AS f (former)
       UNION SELECT 'id:' || name || ':' || value FROM jsonb_each_text(coalesce(p.record -> 'supplierIds', '{}')) AS i (name, value))
     FROM rollbook.pupil p
     WHERE p.last_load_id = $1::bigint AND p.first_load_id <> $1::bigint AND l.school = p.school AND l.key = p.key`,
    [loadId],
  );
}

/** Takes back all that was matched of a load that came to nothing, and what rests on that alone. */
export async function forgetMatches(session: StoreSession, loadId: number): Promise<void> {
  await session.query(
    `UPDATE rollbook.unmatched u SET state = 'open', decided_at = NULL
     FROM rollbook.person_link l
     WHERE l.load_id = $1::bigint AND u.school = l.school AND u.key = l.key AND u.state = 'matched' AND u.decided_by IS NULL`,
    [loadId],
  );
  await session.query('DELETE FROM rollbook.person_link WHERE load_id = $1::bigint', [loadId]);
  // Pupils of other loads whom a rule linked with persons that this load alone knew wait for a decision again.
  await session.query(
    `WITH undone AS (
       DELETE FROM rollbook.person_link l USING rollbook.person p
       WHERE p.load_id = $1::bigint AND l.person_id = p.person_id
         AND NOT EXISTS (SELECT FROM rollbook.person_link d WHERE d.person_id = p.person_id AND d.how = 'decision')
       RETURNING l.school, l.key, l.load_id)
     INSERT INTO rollbook.unmatched (school, key, reason, load_id)
     SELECT school, key, 'nobody', coalesce(load_id, $1::bigint) FROM undone
     ON CONFLICT (school, key) DO UPDATE
     SET state = 'open', reason = excluded.reason, candidates = '[]', decided_by = NULL, decided_at = NULL`,
    [loadId],
  );
  await session.query(`DELETE FROM rollbook.unmatched WHERE load_id = $1::bigint AND state = 'open'`, [
    loadId,
  ]);
  await dropLonely(session, loadId);
}

async function dropLonely(session: StoreSession, loadId: number): Promise<void> {
  await session.query(
    `DELETE FROM rollbook.person p WHERE p.load_id = $1::bigint
       AND NOT EXISTS (SELECT FROM rollbook.person_link l WHERE l.person_id = p.person_id)`,
    [loadId],
  );
}
