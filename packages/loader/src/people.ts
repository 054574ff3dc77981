import {
  bySchoolAndKey,
  identityOf,
  type PersonAcrossSchools,
  type PersonGrouping,
  type PupilGroup,
  pupilGroupOf,
} from '@rollbook/validate';
import { placeOf, recordsOfPupils, type PupilPlace } from './pupils/records-of-pupils.js';
import type { Store } from './store.js';
import { decodeText } from './store-text.js';
import { FileCache } from './stored-record.js';

export interface PeopleQuery {
  readonly by: PersonGrouping;
  /** Stops the reading with its reason, between two statements. */
  readonly signal?: AbortSignal;
}

/** Persons whose records are in memory at once. */
const PERSONS = 200;
/**
 * UPNs that several pupils have, or pupils whose names are compared (beside those of one date of birth), in
 * memory at once: many, since the store has no index on UPNs, which may be of any length, and each statement
 * looks at all of them.
 */
const CANDIDATES = 2000;

/**
 * Who stands in the store at least twice, page by page, with all their records.
 * @throws the signal's reason, or LoaderError `store-failed`.
 */
export async function* readPeople(
  store: Pick<Store, 'read'>,
  { by, signal }: PeopleQuery,
): AsyncGenerator<PersonAcrossSchools[], void, undefined> {
  signal?.throwIfAborted();
  const files = new FileCache(store);
  let page: PupilPlace[][] = [];
  for await (const person of by === 'upn' ? byUpn(store, signal) : byIdentity(store, signal)) {
    page.push(person);
    if (page.length < PERSONS) continue;
    yield await withRecords(store, files, by, page, signal);
    page = [];
  }
  if (page.length > 0) yield await withRecords(store, files, by, page, signal);
}

async function* byUpn(
  store: Pick<Store, 'read'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<PupilPlace[], void, undefined> {
  let after = '';
  for (;;) {
    signal?.throwIfAborted();
    const rows = await store.read<PupilPlace & { upn: string }>(
      `SELECT p.upn, p.school, p.key FROM rollbook.pupil p JOIN
         (SELECT upn COLLATE "C" AS upn FROM rollbook.pupil
          WHERE upn COLLATE "C" > $1 AND upn ~ '[^[:space:]]'
          GROUP BY upn COLLATE "C" HAVING count(*) > 1 ORDER BY 1 LIMIT $2) twice
         ON p.upn COLLATE "C" = twice.upn
       ORDER BY p.upn COLLATE "C", p.school, p.key`,
      [after, CANDIDATES],
    );
    const people = new Map<string, PupilPlace[]>();
    for (const row of rows) {
      const list = people.get(row.upn);
      if (list) list.push(row);
      else people.set(row.upn, [row]);
    }
    yield* people.values();
    const last = rows.at(-1);
    if (!last || people.size < CANDIDATES) return;
    after = last.upn;
  }
}

/**
 * SQL puts those of one date of birth together; names are folded here and not in SQL, whose lower case and
 * white space depend on the database's locale.
 */
async function* byIdentity(
  store: Pick<Store, 'read'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<PupilPlace[], void, undefined> {
  type Row = PupilPlace & { born: string; surname: string; forename: string; sex: string };
  let after = { born: '0001-01-01', school: '', key: '' };
  let sameDay: Row[] = [];
  for (;;) {
    signal?.throwIfAborted();
    const rows: Row[] = await store.read<Row>(
      `SELECT school, key, to_char(birth_date, 'YYYY-MM-DD') AS born, surname, forename, sex
       FROM rollbook.pupil
       WHERE (birth_date, school, key) > ($1::text::date, $2, $3)
         AND surname IS NOT NULL AND forename IS NOT NULL AND sex IS NOT NULL
       ORDER BY birth_date, school, key LIMIT $4`,
      [after.born, after.school, after.key, CANDIDATES],
    );
    for (const row of rows) {
      if (sameDay[0] && sameDay[0].born !== row.born) {
        yield* repeatedIdentities(sameDay);
        sameDay = [];
      }
      sameDay.push(row);
    }
    const last = rows.at(-1);
    if (!last || rows.length < CANDIDATES) break;
    after = last;
  }
  yield* repeatedIdentities(sameDay);
}

function repeatedIdentities(
  rows: readonly (PupilPlace & { born: string; surname: string; forename: string; sex: string })[],
): PupilPlace[][] {
  const people = new Map<string, PupilPlace[]>();
  for (const row of rows) {
    const identity = identityOf({
      surname: decodeText(row.surname),
      forename: decodeText(row.forename),
      birthDate: row.born,
      sex: decodeText(row.sex),
    });
    if (identity === undefined) continue;
    const list = people.get(identity);
    if (list) list.push(row);
    else people.set(identity, [row]);
  }
  return [...people.values()].filter((list) => list.length > 1);
}

/** One statement a kind for all the persons of a page. */
async function withRecords(
  store: Pick<Store, 'read'>,
  files: FileCache,
  by: PersonGrouping,
  page: readonly (readonly PupilPlace[])[],
  signal: AbortSignal | undefined,
): Promise<PersonAcrossSchools[]> {
  const records = await recordsOfPupils(store, files, page.flat(), { signal });
  const groupOf = (place: PupilPlace): PupilGroup =>
    pupilGroupOf((records.get(placeOf(place)) ?? []).map(({ record }) => record));
  return page.map((person) => ({ by, pupils: bySchoolAndKey(person.map(groupOf)) }));
}
