import type { Pupil } from '@rollbook/model';
import { foldName } from '@rollbook/validate';
import { parseStoredJson } from '../canonical-json.js';
import { uuidOrNull } from '../conflicts/held-value.js';
import { LoaderError } from '../errors.js';
import { placeOf, type PupilPlace } from '../pupils/records-of-pupils.js';
import type { StoreSession } from '../store.js';
import { encodeText, storeKey, storeSchool } from '../store-text.js';

/** Whose data is meant, by any one of these. */
export type SubjectSelector =
  | { readonly personId: string }
  /** Of now or former. */
  | { readonly upn: string }
  /** All three; the surname may be a former or preferred one. */
  | { readonly surname: string; readonly forename: string; readonly birthDate: string }
  | { readonly school: string | null; readonly key: string };

/** One child, as it stands in the store. */
export interface Subject {
  /** Its pupil at each school, as the store's columns have them, sorted. */
  readonly places: readonly PupilPlace[];
  readonly persons: readonly string[];
  /** In upper case, former ones too. */
  readonly upns: readonly string[];
  /** Pupils that share a UPN with the child and not its date of birth: not taken for the child. */
  readonly alike: readonly PupilPlace[];
}

type Ask = Pick<StoreSession, 'query'>;
interface Found extends PupilPlace {
  readonly pupils: readonly Pupil[];
}

/**
 * The child that is meant, with all its pupils: of every school, present, past and quarantined, those of its person
 * and those of its UPN and date of birth.
 *
 * @throws LoaderError `unknown-subject`; `ambiguous-subject` when it may be two children, who must never be taken
 *   for one where data is disclosed or erased.
 */
export async function findSubject(session: Ask, selector: SubjectSelector): Promise<Subject> {
  const tables = await tablesOf(session);
  const found = new Map<string, Found>();
  const add = (more: readonly Found[]): void => more.forEach((one) => found.set(placeOf(one), one));
  const first = await firstOf(session, tables, selector);
  add(first);
  const persons = await personsOf(session, tables, selector, [...found.values()]);
  const linked = await linkedTo(session, tables, persons);
  if (found.size === 0 && linked.length === 0)
    throw new LoaderError('unknown-subject', 'The store has nobody whom this describes.');
  if (persons.length > 1 || first.length > linked.length) checkOneChild(first);
  add(await ofLinks(session, tables, linked));
  const births = new Set(
    [...found.values()].flatMap(({ pupils }) => pupils).map(({ birthDate }) => birthDate),
  );
  const alike: Found[] = [];
  for (const one of await withUpns(session, tables, currentUpns(found.values()))) {
    if (found.has(placeOf(one))) continue;
    if (one.pupils.some(({ birthDate }) => birthDate !== undefined && births.has(birthDate))) add([one]);
    else alike.push(one);
  }
  // The persons of those too, and their pupils.
  const all = await personsOf(session, tables, selector, [...found.values()]);
  add(await ofLinks(session, tables, await linkedTo(session, tables, all)));
  const place = ({ school, key }: PupilPlace): PupilPlace => ({ school, key });
  return {
    places: [...found.values()].map(place).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    persons: all,
    upns: upnsOf([...found.values()]),
    alike: alike.filter((one) => !found.has(placeOf(one))).map(place),
  };
}

/** Pupils that aren't one person's are one child only if nothing that is known of any two of them contradicts it. */
function checkOneChild(first: readonly Found[]): void {
  const facts = first.map(({ pupils }) => ({
    births: new Set(pupils.flatMap(({ birthDate }) => birthDate ?? [])),
    upns: new Set(pupils.flatMap(allUpns)),
  }));
  const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
  if (
    facts.some((a, i) => facts.slice(i + 1).some((b) => differ(a.births, b.births) || differ(a.upns, b.upns)))
  )
    throw new LoaderError(
      'ambiguous-subject',
      'This describes pupils who may be different children. Name one by its school and key, or its person.',
    );
}

function normalUpn(upn: string | undefined): string | undefined {
  const text = upn?.trim().toUpperCase() ?? '';
  return text === '' ? undefined : text;
}

function upnsOf(found: readonly Found[]): string[] {
  return [...new Set(found.flatMap(({ pupils }) => pupils).flatMap(allUpns))].sort();
}

/** Of now and former. */
function allUpns({ upn, formerUpns }: Pupil): string[] {
  return [upn, ...(formerUpns ?? [])].flatMap((one) => normalUpn(one) ?? []);
}

function currentUpns(found: Iterable<Found>): string[] {
  const all = [...found].flatMap(({ pupils }) => pupils);
  return [...new Set(all.flatMap(({ upn }) => normalUpn(upn) ?? []))];
}

interface Tables {
  readonly links: boolean;
  readonly versions: boolean;
}

async function tablesOf(session: Ask): Promise<Tables> {
  const { rows } = await session.query<{ links: boolean; versions: boolean }>(
    `SELECT to_regclass('rollbook.person_link') IS NOT NULL AS links,
       to_regclass('rollbook.record_version') IS NOT NULL AS versions`,
  );
  return rows[0] ?? { links: false, versions: false };
}

/** Every pupil record that the store has: of now, of before, and in quarantine. */
const pupilsSql = ({ versions }: Tables): string => `(
  SELECT school, key, record FROM rollbook.pupil
  UNION ALL SELECT school, key, record FROM rollbook.quarantine WHERE kind = 'pupil'
  ${versions ? `UNION ALL SELECT school, key, record FROM rollbook.record_version WHERE kind = 'pupil'` : ''}
) p`;

async function ask(session: Ask, tables: Tables, where: string, value: string): Promise<Found[]> {
  const { rows } = await session.query<{ school: string; key: string; record: string }>(
    `SELECT p.school, p.key, p.record::text AS record FROM ${pupilsSql(tables)} WHERE ${where}`,
    [value],
  );
  const found = new Map<string, PupilPlace & { pupils: Pupil[] }>();
  for (const { school, key, record } of rows) {
    const at = placeOf({ school, key });
    const one = found.get(at) ?? { school, key, pupils: [] };
    one.pupils.push(parseStoredJson(record) as Pupil);
    found.set(at, one);
  }
  return [...found.values()];
}

async function firstOf(session: Ask, tables: Tables, selector: SubjectSelector): Promise<Found[]> {
  if ('personId' in selector) return [];
  if ('upn' in selector) {
    const upn = normalUpn(selector.upn);
    return upn === undefined ? [] : withUpns(session, tables, [upn]);
  }
  if ('key' in selector) {
    const place = { school: storeSchool(selector.school ?? undefined), key: storeKey(selector.key) };
    return atPlaces(session, tables, [place]);
  }
  const [surname, forename] = [foldName(selector.surname), foldName(selector.forename)];
  const born = await ask(session, tables, `p.record ->> 'birthDate' = $1`, encodeText(selector.birthDate));
  const has = (names: readonly (string | undefined)[], wanted: string): boolean =>
    wanted !== '' && names.some((name) => name !== undefined && foldName(name) === wanted);
  return born.filter(({ pupils }) =>
    pupils.some(
      (one) =>
        has([one.surname, one.preferredSurname, ...(one.formerSurnames ?? [])], surname) &&
        has([one.forename, one.preferredForename], forename),
    ),
  );
}

/** Pupils with one of the UPNs, now or before. */
async function withUpns(session: Ask, tables: Tables, upns: readonly string[]): Promise<Found[]> {
  if (upns.length === 0) return [];
  const wanted = `(SELECT jsonb_array_elements_text($1::text::jsonb))`;
  const places = await ask(
    session,
    tables,
    `upper(btrim(p.record ->> 'upn')) IN ${wanted}
     OR (jsonb_typeof(p.record -> 'formerUpns') = 'array' AND EXISTS (
       SELECT FROM jsonb_array_elements_text(p.record -> 'formerUpns') f WHERE upper(btrim(f)) IN ${wanted}))`,
    JSON.stringify(upns.map(encodeText)),
  );
  return atPlaces(session, tables, places);
}

async function atPlaces(session: Ask, tables: Tables, places: readonly PupilPlace[]): Promise<Found[]> {
  if (places.length === 0) return [];
  return ask(
    session,
    tables,
    `EXISTS (SELECT FROM jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)
       WHERE w.school = p.school AND w.key = p.key)`,
    JSON.stringify(places.map(({ school, key }) => ({ school, key }))),
  );
}

/** Also those of which there is only the link left. */
async function ofLinks(session: Ask, tables: Tables, links: readonly PupilPlace[]): Promise<Found[]> {
  const found = await atPlaces(session, tables, links);
  const there = new Set(found.map(placeOf));
  return [
    ...found,
    ...links.filter((one) => !there.has(placeOf(one))).map((one) => ({ ...one, pupils: [] })),
  ];
}

async function personsOf(
  session: Ask,
  { links }: Tables,
  selector: SubjectSelector,
  places: readonly PupilPlace[],
): Promise<string[]> {
  const named = 'personId' in selector ? uuidOrNull(selector.personId) : null;
  const persons = new Set(named === null ? [] : [named.toLowerCase()]);
  if (links && places.length > 0) {
    const { rows } = await session.query<{ person_id: string }>(
      `SELECT DISTINCT l.person_id FROM rollbook.person_link l
       JOIN jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)
         ON l.school = w.school COLLATE "C" AND l.key = w.key COLLATE "C"
       WHERE l.person_id IS NOT NULL`,
      [JSON.stringify(places.map(({ school, key }) => ({ school, key })))],
    );
    for (const { person_id: id } of rows) persons.add(id);
  }
  return [...persons].sort();
}

async function linkedTo(session: Ask, { links }: Tables, persons: readonly string[]): Promise<PupilPlace[]> {
  if (!links || persons.length === 0) return [];
  const { rows } = await session.query<{ school: string; key: string }>(
    `SELECT school, key FROM rollbook.person_link
     WHERE person_id IN (SELECT value::uuid FROM jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(persons)],
  );
  return rows;
}
