import type { ApplyContext } from './apply-context.js';
import { tableOf } from '../kind-tables.js';
import type { StoreSession } from '../store.js';
import { carrierFields, fieldGroups, heldKinds, kindGroups, type PupilRecordKind } from './data-groups.js';

/**
 * The values that are to be held against what a council holds, in temporary tables: `arrival`, a row a value,
 * and `arrival_pupil`, a row a pupil that values came with.
 */

/** Values that say nothing, as `isBlank` of decide.ts has it. */
const says = (value: string): string =>
  `NOT (${value} IN ('null', '""', '[]', '{}')
    OR (jsonb_typeof(${value}) = 'string' AND ${value} #>> '{}' !~ '[^[:space:]]'))`;

/** Constants of ours, and so no parameters. */
const FIELD_GROUPS = Object.entries(fieldGroups)
  .map(([field, group]) => `('${field}', '${group}')`)
  .join(', ');

/** What a record holds beside its content; it is in its item's name, or of the sender's own. */
const CARRIERS = `ARRAY[${[...carrierFields, 'pupilKey'].map((field) => `'${field}'`).join(', ')}]::text[]`;

/** What a record says, by SQL: a column `record` without what names it or is the sender's own. */
export const contentOf = (column: string): string => `(${column} - ${CARRIERS})`;

/**
 * A record's item: its kind, and its key without its pupil's, which `joinKey` of the model escapes before all
 * keys but those of marks.
 */
export function itemOf(kind: PupilRecordKind, table: string): string {
  const escaped = `replace(replace(${table}.pupil_key, '\\', '\\\\'), '|', '\\|') || '|'`;
  return `'${kind}:' || CASE
    WHEN starts_with(${table}.key, ${table}.pupil_key || '|')
      THEN substr(${table}.key, length(${table}.pupil_key) + 2)
    WHEN starts_with(${table}.key, ${escaped}) THEN substr(${table}.key, length(${escaped}) + 1)
    ELSE ${table}.key END`;
}

/** As of when the file was that brought the row t. */
const OF_LOAD = 'JOIN rollbook.file_load o ON o.load_id = t.last_load_id';

const COLUMNS = 'person_id, added, data_group, item, value, school, key, load_id, as_of';

/** @param from a FROM clause with the pupils as t and their links as l; no WHERE yet. */
function pupilFields(from: string, where: string): string {
  return `INSERT INTO arrival (${COLUMNS})
    SELECT l.person_id, l.how = 'added', f.data_group, e.key, e.value, t.school, t.key, t.last_load_id, o.as_of
    FROM ${from} ${OF_LOAD}
    CROSS JOIN LATERAL jsonb_each(t.record) e JOIN (VALUES ${FIELD_GROUPS}) f (field, data_group) ON f.field = e.key
    WHERE ${says('e.value')} AND ${where}`;
}

/** @param from as for {@link pupilFields}, with the records as t. */
function wholeRecords(kind: PupilRecordKind, from: string, where: string): string {
  return `INSERT INTO arrival (${COLUMNS})
    SELECT l.person_id, l.how = 'added', '${kindGroups[kind]}', ${itemOf(kind, 't')}, ${contentOf('t.record')},
      t.school, t.pupil_key, t.last_load_id, o.as_of
    FROM ${from} ${OF_LOAD} WHERE ${contentOf('t.record')} <> '{}' AND ${where}`;
}

export async function openArrivals(session: StoreSession): Promise<void> {
  await session.run(`
    CREATE TEMP TABLE arrival (
      person_id uuid NOT NULL, added boolean NOT NULL, data_group text COLLATE "C" NOT NULL,
      item text COLLATE "C" NOT NULL, value jsonb NOT NULL, school text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL, load_id bigint NOT NULL, as_of timestamptz) ON COMMIT DROP;
    CREATE TEMP TABLE whole_pupil (
      school text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, PRIMARY KEY (school, key)) ON COMMIT DROP`);
}

export async function closeArrivals(session: StoreSession): Promise<void> {
  await session.run('DROP TABLE arrival; DROP TABLE whole_pupil');
}

/** Whether the store keeps what records said before. */
async function hasVersions(session: StoreSession): Promise<boolean> {
  const { rows } = await session.query<{ there: boolean }>(
    `SELECT to_regclass('rollbook.record_version') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}

/**
 * What this load changed of pupils that were linked before. A field, or the content of a record, that the row
 * before had just so is left out: that something else in the row changed says nothing new of it, and must not
 * undo another school's word.
 */
export async function addChanged(
  session: StoreSession,
  context: ApplyContext,
  kinds: readonly ('pupil' | PupilRecordKind)[],
): Promise<void> {
  const changed = (kind: 'pupil' | PupilRecordKind): string =>
    `t.last_load_id = $1::bigint AND l.load_id IS DISTINCT FROM $1::bigint
     AND (t.school, t.key) IN (SELECT s.school, s.key FROM ${context.stages.of(kind)} s)`;
  const versions = await hasVersions(session);
  const before = (kind: string): string =>
    !versions
      ? 'CROSS JOIN (SELECT NULL::jsonb AS record) v'
      : `LEFT JOIN rollbook.record_version v ON v.closed_load_id = $1::bigint AND v.ended = 'changed'
       AND v.kind = '${kind}' AND v.school = t.school AND v.key = t.key`;
  for (const kind of kinds) {
    if (kind === 'pupil') {
      await session.query(
        pupilFields(
          `${tableOf(kind)} t JOIN rollbook.person_link l ON l.school = t.school AND l.key = t.key ${before(kind)}`,
          `(v.record -> e.key) IS DISTINCT FROM e.value AND ${changed(kind)}`,
        ),
        [context.loadId],
      );
    } else if (heldKinds.includes(kind)) {
      await session.query(
        wholeRecords(
          kind,
          `${tableOf(kind)} t JOIN rollbook.person_link l ON l.school = t.school AND l.key = t.pupil_key
           ${before(kind)}`,
          `${contentOf('v.record')} IS DISTINCT FROM ${contentOf('t.record')} AND ${changed(kind)}`,
        ),
        [context.loadId],
      );
    }
  }
}

/** Everything that the store has of the pupils in `whole_pupil`. */
export async function addWhole(session: StoreSession): Promise<void> {
  const linked = 'whole_pupil w JOIN rollbook.person_link l USING (school, key)';
  await session.run(
    pupilFields(`${linked} JOIN ${tableOf('pupil')} t ON t.school = w.school AND t.key = w.key`, 'true'),
  );
  for (const kind of heldKinds) {
    await session.run(
      wholeRecords(
        kind,
        `${linked} JOIN ${tableOf(kind)} t ON t.school = w.school AND t.pupil_key = w.key`,
        'true',
      ),
    );
  }
}
