import { isIsoDate, type Pupil } from '@rollbook/model';
import type { StoreSession } from '../store.js';
import { decodeText, encodeText } from '../store-text.js';
import { identifiersOf, soughtOf } from './identifiers.js';
import type { KnownIdentity, MatchIdentity } from './match-identity.js';
import { swapped } from './score.js';
import type { MatchingRules } from './settings.js';

/** A pupil that may be matched, as the store's columns have its place. */
export interface IncomingPupil {
  readonly school: string;
  readonly key: string;
  readonly pupil: Pupil;
}

interface Row {
  person_id: string;
  active: boolean;
  surname: string | null;
  forename: string | null;
  born: string | null;
  sex: string | null;
  identifiers: string;
}

/**
 * Pupils of persons that may be one of these children: by an identifier of theirs, the day of birth, also with day and month
 * exchanged, or both names as they are written but for case. Active is a person with a pupil who has no registration, or one
 * without an end by that moment.
 */
export async function findKnown(
  session: StoreSession,
  incoming: readonly IncomingPupil[],
  rulesOf: (school: string) => MatchingRules,
  asOf: string,
): Promise<KnownIdentity[]> {
  const identifiers = new Set<string>();
  const days = new Set<string>();
  const names = new Set<string>();
  for (const { school, pupil } of incoming) {
    for (const identifier of soughtOf(pupil, rulesOf(school))) identifiers.add(encodeText(identifier));
    if (pupil.surname && pupil.forename)
      names.add(`${encodeText(pupil.surname)}\n${encodeText(pupil.forename)}`);
    if (pupil.birthDate === undefined) continue;
    for (const day of [pupil.birthDate, swapped(pupil.birthDate)]) if (isIsoDate(day)) days.add(day);
  }
  const { rows } = await session.query<Row>(
    `SELECT l.person_id, l.surname, l.forename, to_char(l.birth_date, 'YYYY-MM-DD') AS born, l.sex,
       array_to_json(l.identifiers)::text AS identifiers, EXISTS (
         SELECT FROM rollbook.person_link x WHERE x.person_id = l.person_id AND (
           NOT EXISTS (SELECT FROM rollbook.enrolment e WHERE e.school = x.school AND e.pupil_key = x.key)
           OR EXISTS (SELECT FROM rollbook.enrolment e WHERE e.school = x.school AND e.pupil_key = x.key
             AND (e.leaving_date IS NULL OR e.leaving_date >= $3::timestamptz::date)))) AS active
     FROM rollbook.person_link l
     WHERE l.identifiers && ARRAY(SELECT jsonb_array_elements_text($1::text::jsonb))
       OR l.birth_date = ANY (ARRAY(SELECT jsonb_array_elements_text($2::text::jsonb)::date))
       OR (lower(l.surname) || E'\\n' || lower(l.forename)) = ANY (ARRAY(
         SELECT lower(name) FROM jsonb_array_elements_text($4::text::jsonb) AS n (name)))`,
    [JSON.stringify([...identifiers]), JSON.stringify([...days]), asOf, JSON.stringify([...names])],
  );
  const text = (value: string | null): string | undefined => (value === null ? undefined : decodeText(value));
  return rows.map((row) => ({
    personId: row.person_id,
    active: row.active,
    surname: text(row.surname),
    forename: text(row.forename),
    birthDate: row.born ?? undefined,
    sex: text(row.sex),
    identifiers: new Set((JSON.parse(row.identifiers) as string[]).map(decodeText)),
  }));
}

export interface NewLink extends IncomingPupil {
  readonly personId: string;
  readonly how: string;
}

export async function writePersons(
  session: StoreSession,
  ids: readonly string[],
  loadId: number | null,
): Promise<void> {
  if (ids.length === 0) return;
  await session.query(
    `INSERT INTO rollbook.person (person_id, load_id)
     SELECT value::uuid, $2::bigint FROM jsonb_array_elements_text($1::text::jsonb)`,
    [JSON.stringify(ids), loadId],
  );
}

export async function writeLinks(
  session: StoreSession,
  links: readonly NewLink[],
  loadId: number | null,
  decidedBy: string | null = null,
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ school, key, personId, how, pupil }) => ({
    ...{ school, key, person_id: personId, how },
    ...identityColumns(pupil),
  }));
  await session.query(
    `INSERT INTO rollbook.person_link (school, key, person_id, how, load_id, surname, forename, birth_date, sex,
       identifiers, decided_by, decided_at)
     SELECT school, key, person_id, how, $2::bigint, surname, forename, birth_date, sex,
       ARRAY(SELECT jsonb_array_elements_text(identifiers)), $3::text, CASE WHEN $3::text IS NOT NULL THEN now() END
     FROM jsonb_to_recordset($1::text::jsonb) AS l (school text, key text, person_id uuid, how text, surname text,
       forename text, birth_date date, sex text, identifiers jsonb)`,
    [JSON.stringify(rows), loadId, decidedBy === null ? null : encodeText(decidedBy)],
  );
}

/** Pupils that have a person now wait no longer. */
export async function leaveQueue(session: StoreSession, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return;
  await session.query(
    `UPDATE rollbook.unmatched u SET state = 'matched', decided_at = now()
     FROM jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)
     WHERE u.school = w.school COLLATE "C" AND u.key = w.key COLLATE "C" AND u.state = 'open'`,
    [JSON.stringify(links.map(({ school, key }) => ({ school, key })))],
  );
}

/** A day that the store can hold as a date. */
export function storedDay(day: string | undefined): string | null {
  return day !== undefined && isIsoDate(day) ? day : null;
}

function identityColumns(pupil: MatchIdentity): Record<string, unknown> {
  const text = (value: string | undefined): string | null => (value === undefined ? null : encodeText(value));
  return {
    surname: text(pupil.surname),
    forename: text(pupil.forename),
    birth_date: storedDay(pupil.birthDate),
    sex: text(pupil.sex),
    identifiers: identifiersOf(pupil).map(encodeText),
  };
}
