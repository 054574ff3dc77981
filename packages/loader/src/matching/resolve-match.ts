import { randomUUID } from 'node:crypto';
import type { Pupil } from '@rollbook/model';
import { writeAudit } from '../audit/write-audit.js';
import { parseStoredJson } from '../canonical-json.js';
import { applyPupils } from '../conflicts/apply-to-persons.js';
import { LoaderError } from '../errors.js';
import type { LoaderSettings } from '../loader-settings.js';
import { lockMatching, lockSchools } from '../locks.js';
import type { Store, StoreSession } from '../store.js';
import { decodeText, encodeText } from '../store-text.js';
import { upnsOf } from './identifiers.js';
import { KnownPupils } from './known-pupils.js';
import { matchPupil } from './match-pupil.js';
import {
  findKnown,
  leaveQueue,
  storedDay,
  writeLinks,
  writePersons,
  type IncomingPupil,
  type NewLink,
} from './persons.js';
import { schoolRules } from './school-rules.js';
import type { MatchingRules } from './settings.js';
import type { UnmatchedState } from './unmatched.js';

export interface MatchResolution {
  /** Number of the entry in the queue. */
  readonly id: number;
  /**
   * `add`: a new person. `match`: this person's. `reject`: not the council's; its records stay with the school's and go
   * nowhere else. `reopen`: a rejected pupil waits again.
   */
  readonly decision: 'add' | 'match' | 'reject' | 'reopen';
  /** For `match`. */
  readonly personId?: string;
  /** Who decides: a person's name or account, as the council's records are to show it. */
  readonly by: string;
  readonly note?: string;
}

export interface ResolvedMatch {
  readonly id: number;
  readonly state: UnmatchedState;
  readonly personId: string | null;
  /** Other pupils that waited and are matched now, since the rules find the person by this one. */
  readonly followed: readonly number[];
}

interface Entry extends IncomingPupil {
  readonly id: number;
  readonly state: UnmatchedState;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Decides about a pupil in the queue. Its records in the store, and those to come, follow: what the school says goes to the
 * person by the council's rules.
 *
 * @throws LoaderError `invalid-decision` when nobody signs it or no person is named, `unknown-entry`, `unknown-person`,
 *   `already-decided`; then nothing is changed.
 */
export async function resolveMatch(
  store: Store,
  settings: LoaderSettings,
  { id, decision, personId, by, note }: MatchResolution,
): Promise<ResolvedMatch> {
  if (by.trim() === '')
    throw new LoaderError('invalid-decision', 'A decision needs the name of who takes it.');
  if (decision === 'match' && (personId === undefined || !UUID.test(personId)))
    throw new LoaderError('invalid-decision', 'To match, name the person by id.');
  return store.transaction(async (session) => {
    await lockMatching(session);
    const rulesOf = schoolRules(settings.matching ?? {});
    const links = decision === 'add' || decision === 'match';
    // Whoever may follow is locked at once and in order: a file of several schools does the same.
    const locked = await schoolsConcerned(session, id, links ? rulesOf : undefined);
    await lockSchools(session, locked);
    const entry = await readEntry(session, id);
    if (!entry) throw new LoaderError('unknown-entry', 'There is no such pupil in the queue.');
    if (entry.state !== (decision === 'reopen' ? 'rejected' : 'open'))
      throw new LoaderError(
        'already-decided',
        entry.state === 'open' ? 'The pupil waits already.' : `The pupil is ${entry.state} already.`,
      );
    const state = ({ add: 'added', match: 'matched', reject: 'rejected', reopen: 'open' } as const)[decision];
    let person: string | null = null;
    let followed: Entry[] = [];
    if (links) {
      person = decision === 'add' ? randomUUID() : (personId ?? '').toLowerCase();
      if (decision === 'add') await writePersons(session, [person], null);
      else await demandPerson(session, person);
      await writeLinks(session, [{ ...entry, personId: person, how: 'decision' }], null, by);
      followed = await follow(session, rulesOf, entry, locked);
      await applyPupils(session, [entry, ...followed], settings);
    }
    await session.query(
      `UPDATE rollbook.unmatched SET state = $2::text, decided_by = CASE WHEN $2::text = 'open' THEN NULL ELSE $3::text END,
         decided_at = CASE WHEN $2::text = 'open' THEN NULL ELSE now() END, note = $4::text
       WHERE unmatched_id = $1`,
      [id, state, encodeText(by), note === undefined ? null : encodeText(note)],
    );
    const placeOf = ({ school, key }: IncomingPupil): { school?: string; key: string } => ({
      ...(school === '' ? {} : { school: decodeText(school) }),
      key: decodeText(key),
    });
    await writeAudit(session, {
      action: `match-${decision}`,
      actor: by,
      subject: { ...placeOf(entry), ...(person === null ? {} : { personId: person }) },
      details: { followed: followed.length },
    });
    return { id, state, personId: person, followed: followed.map((one) => one.id) };
  });
}

async function readEntry(session: StoreSession, id: number): Promise<Entry | undefined> {
  const [entry] = await readEntries(session, 'u.unmatched_id = $1', [id]);
  return entry;
}

async function readEntries(
  session: StoreSession,
  where: string,
  values: (string | number | null)[],
): Promise<Entry[]> {
  const { rows } = await session.query<{
    id: number | string;
    school: string;
    key: string;
    state: UnmatchedState;
    record: string;
  }>(
    `SELECT u.unmatched_id AS id, u.school, u.key, u.state, p.record::text AS record
     FROM rollbook.unmatched u JOIN rollbook.pupil p ON p.school = u.school AND p.key = u.key
     WHERE ${where} ORDER BY u.unmatched_id FOR UPDATE OF u`,
    values,
  );
  return rows.map(({ id, school, key, state, record }) => ({
    ...{ id: Number(id), school, key, state },
    pupil: parseStoredJson(record) as Pupil,
  }));
}

async function demandPerson(session: StoreSession, personId: string): Promise<void> {
  const { rows } = await session.query('SELECT 1 AS one FROM rollbook.person WHERE person_id = $1::uuid', [
    personId,
  ]);
  if (rows.length === 0) throw new LoaderError('unknown-person', 'There is no such person.');
}

/** Entries that may be about the child of another: they share an identifier, the day of birth, or both names. */
async function readSimilar(
  session: StoreSession,
  { id, pupil }: Entry,
  rules: MatchingRules,
): Promise<Entry[]> {
  const external = rules.externalIds.flatMap((name) => {
    const value = pupil.supplierIds?.[name];
    return value ? [{ name: encodeText(name), value: encodeText(value) }] : [];
  });
  return readEntries(
    session,
    `u.state = 'open' AND u.unmatched_id <> $1 AND (
       p.upn IN (SELECT jsonb_array_elements_text($2::text::jsonb))
       OR EXISTS (SELECT FROM jsonb_array_elements_text(coalesce(p.record -> 'formerUpns', '[]')) AS f (former)
         WHERE former IN (SELECT jsonb_array_elements_text($2::text::jsonb)))
       OR EXISTS (SELECT FROM jsonb_to_recordset($3::text::jsonb) AS x (name text, value text)
         WHERE p.record -> 'supplierIds' ->> x.name = x.value)
       OR p.birth_date = $4::text::date
       OR (lower(p.surname) = lower($5::text) AND lower(p.forename) = lower($6::text)))`,
    [
      id,
      JSON.stringify(upnsOf(pupil).map(encodeText)),
      JSON.stringify(external),
      storedDay(pupil.birthDate),
      encodeText(pupil.surname ?? ''),
      encodeText(pupil.forename ?? ''),
    ],
  );
}

/** The school of an entry, and with rules those of the entries that may follow it. */
async function schoolsConcerned(
  session: StoreSession,
  id: number,
  rulesOf: ((school: string) => MatchingRules) | undefined,
): Promise<Set<string>> {
  const entry = await readEntry(session, id);
  if (!entry) return new Set();
  const similar = rulesOf ? await readSimilar(session, entry, rulesOf(entry.school)) : [];
  return new Set([entry, ...similar].map(({ school }) => school));
}

/**
 * The child's other pupils that wait, which the rules match now that one of them is known; and then those whom they make known.
 */
async function follow(
  session: StoreSession,
  rulesOf: (school: string) => MatchingRules,
  decided: Entry,
  locked: ReadonlySet<string>,
): Promise<Entry[]> {
  const followed = new Map<number, Entry>();
  const ahead = [decided];
  for (let entry = ahead.pop(); entry; entry = ahead.pop()) {
    const similar = await readSimilar(session, entry, rulesOf(entry.school));
    // One at another school, whom only a follower makes known, is matched when that school sends its next file.
    const others = similar.filter(({ id, school }) => id !== decided.id && locked.has(school));
    if (others.length === 0) continue;
    const known = new KnownPupils(await findKnown(session, others, rulesOf, new Date().toISOString()));
    const links: NewLink[] = [];
    for (const other of others) {
      const rules = rulesOf(other.school);
      const verdict = matchPupil(other.pupil, known.near(other.pupil, rules), rules);
      if (!('personId' in verdict)) continue;
      links.push({ ...other, personId: verdict.personId, how: verdict.how });
      known.addPupil(verdict.personId, other.pupil);
      followed.set(other.id, other);
      ahead.push(other);
    }
    await writeLinks(session, links, null);
    await leaveQueue(session, links);
  }
  return [...followed.values()];
}
