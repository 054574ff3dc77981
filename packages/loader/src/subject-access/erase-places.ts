import type { PupilPlace } from '../pupils/records-of-pupils.js';
import { noteRemoval } from '../retention/note-removal.js';
import type { StoreSession } from '../store.js';
import { issueMentions, mentionValues, quarantineMentions } from './mentions.js';

/** Tables that hold nothing of a pupil, or what is seen to apart. */
const OTHERS: ReadonlySet<string> = new Set([
  'audit',
  'audit_pending',
  'audit_subject',
  'file_load',
  'file_load_kind',
  'file_load_school',
  'issue',
  'person',
  'quarantine',
  'school',
]);

/**
 * Deletes all rows about these pupils, and about the persons that have no other pupils. Which tables there are is read
 * from the database, by their columns, so that a table of a later migration can't be forgotten: (school, pupil_key) is
 * about a pupil; so is (school, key) in a table without pupil_key; person_id is about a person.
 *
 * @param gone the pupils, with UPNs by which rows that couldn't be read are found.
 * @returns rows that went, by table, of those tables where any did; and the persons that went.
 */
export async function erasePlaces(
  session: StoreSession,
  gone: { places: readonly PupilPlace[]; upns: readonly string[]; persons?: readonly string[] },
): Promise<{ rows: Record<string, number>; persons: string[] }> {
  const counts: Record<string, number> = {};
  const places = JSON.stringify(gone.places.map(({ school, key }) => ({ school, key })));
  const remove = async (
    table: string,
    sql: string,
    values: (string | number | boolean | null)[],
  ): Promise<void> => {
    const { affected } = await session.query(`DELETE FROM rollbook."${table}" t ${sql}`, values);
    if (affected > 0) counts[table] = (counts[table] ?? 0) + affected;
  };
  const tables = await tablesOfPupils(session);
  const alone = await personsAlone(session, tables, places, gone.persons ?? []);
  const persons = JSON.stringify(alone);
  await dropCandidates(session, tables, persons);
  // Before the pupils, whose loads and schools they are found by.
  await remove('issue', `WHERE ${issueMentions(false)}`, mentionValues(gone));
  await remove('quarantine', `WHERE ${quarantineMentions}`, mentionValues(gone));
  for (const { name, columns } of tables) {
    if (OTHERS.has(name)) continue;
    const has = (column: string): boolean => columns.has(column);
    const at = (column: string, more = ''): [string, string[]] => [
      `USING jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)
       WHERE t.school = w.school COLLATE "C" AND t.${column} = w.key COLLATE "C" ${more}`,
      [places],
    ];
    if (has('school') && has('pupil_key') && name !== 'pupil') {
      await remove(name, ...at('pupil_key'));
      if (has('kind') && has('key')) await remove(name, ...at('key', `AND t.kind = 'pupil'`));
    } else if (has('school') && has('key')) await remove(name, ...at('key'));
    if (has('person_id'))
      await remove(
        name,
        `WHERE t.person_id IN (SELECT value::uuid FROM jsonb_array_elements_text($1::text::jsonb))`,
        [persons],
      );
  }
  // Last, since the others may refer to it.
  if (tables.some(({ name }) => name === 'person'))
    await remove(
      'person',
      `WHERE t.person_id IN (SELECT value::uuid FROM jsonb_array_elements_text($1::text::jsonb))`,
      [persons],
    );
  await noteRemoval(
    session,
    gone.places.map(({ school }) => school),
  );
  return { rows: counts, persons: alone };
}

interface Table {
  readonly name: string;
  readonly columns: ReadonlySet<string>;
}

async function tablesOfPupils(session: StoreSession): Promise<Table[]> {
  const { rows } = await session.query<{ name: string; columns: string }>(
    `SELECT c.relname AS name, json_agg(a.attname)::text AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'rollbook'::regnamespace AND c.relkind IN ('r', 'p')
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows
    .map(({ name, columns }) => ({ name, columns: new Set(JSON.parse(columns) as string[]) }))
    .filter(({ name }) => /^[a-z_]+$/.test(name));
}

/** Persons of the pupils that have no others. */
async function personsAlone(
  session: StoreSession,
  tables: readonly Table[],
  places: string,
  named: readonly string[],
): Promise<string[]> {
  if (!tables.some(({ name }) => name === 'person_link')) return [...named];
  const { rows } = await session.query<{ person_id: string }>(
    `WITH w AS (SELECT school, key FROM jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)),
       ours AS (SELECT DISTINCT l.person_id FROM rollbook.person_link l JOIN w
                  ON l.school = w.school COLLATE "C" AND l.key = w.key COLLATE "C"
                UNION SELECT value::uuid FROM jsonb_array_elements_text($2::text::jsonb))
     SELECT person_id FROM ours WHERE person_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM rollbook.person_link l WHERE l.person_id = ours.person_id AND NOT EXISTS (
         SELECT FROM w WHERE l.school = w.school COLLATE "C" AND l.key = w.key COLLATE "C"))`,
    [places, JSON.stringify(named)],
  );
  return rows.map(({ person_id: id }) => id);
}

/** Other pupils that wait may have had the person as a candidate. */
async function dropCandidates(
  session: StoreSession,
  tables: readonly Table[],
  persons: string,
): Promise<void> {
  for (const { name, columns } of tables) {
    if (!columns.has('candidates')) continue;
    await session.query(
      `UPDATE rollbook."${name}" t SET candidates = (
         SELECT coalesce(jsonb_agg(c ORDER BY place), '[]'::jsonb)
         FROM jsonb_array_elements(t.candidates) WITH ORDINALITY AS all_of (c, place)
         WHERE NOT EXISTS (SELECT FROM jsonb_array_elements_text($1::text::jsonb) p WHERE strpos(c::text, p) > 0))
       WHERE jsonb_typeof(t.candidates) = 'array'
         AND EXISTS (SELECT FROM jsonb_array_elements_text($1::text::jsonb) p WHERE strpos(t.candidates::text, p) > 0)`,
      [persons],
    );
  }
}
