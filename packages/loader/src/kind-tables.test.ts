import { recordSchemas } from '@rollbook/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf, columnText, sqlName, storedKinds } from './kind-tables.js';
import { migrate } from './migrate.js';
import { openPgliteStore } from './open-pglite-store.js';
import { isAboutPupil } from './staging.js';
import type { Store } from './store.js';

const TYPES = {
  text: 'text',
  date: 'date',
  integer: 'integer',
  boolean: 'boolean',
  numeric: 'numeric',
} as const;
const SHARED = 8;

describe('kind tables', { timeout: 60_000 }, () => {
  let store: Store;
  beforeAll(async () => {
    store = await openPgliteStore('memory://');
    await migrate(store);
  }, 60_000);
  afterAll(() => store.close());

  it.each(storedKinds)('%s has the table that is declared, after all migrations', async (kind) => {
    const columns = await store.read<{ column_name: string; data_type: string }>(
      `SELECT column_name, data_type FROM information_schema.columns
       WHERE table_schema = 'rollbook' AND table_name = $1 ORDER BY ordinal_position`,
      [sqlName(kind)],
    );
    const declared = columnsOf(kind).map(({ name, type }) => ({ column_name: name, data_type: TYPES[type] }));
    // Shared as well, and younger than the first of a kind's own.
    const own = columns.slice(SHARED).filter(({ column_name }) => column_name !== 'valid_from');
    expect(own).toEqual(declared);
    expect(columns).toContainEqual({ column_name: 'valid_from', data_type: 'timestamp with time zone' });
    expect(columns.slice(0, SHARED).map(({ column_name }) => column_name)).toEqual([
      'school',
      'key',
      'pupil_key',
      'content_hash',
      'first_load_id',
      'last_load_id',
      'place',
      'record',
    ]);
    const keys = await store.read(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
       WHERE contype = 'p' AND conrelid = ('rollbook.' || quote_ident($1))::regclass`,
      [sqlName(kind)],
    );
    expect(keys).toEqual([{ definition: 'PRIMARY KEY (school, key)' }]);
  });

  it.each(storedKinds)('%s has columns for fields of the model only', (kind) => {
    const fields = Object.keys(recordSchemas[kind].shape);
    expect(fields).toEqual(expect.arrayContaining(columnsOf(kind).map(({ field }) => field)));
  });

  it.each(storedKinds.filter(isAboutPupil))('%s has an index by which a pupil’s are found', async (kind) => {
    const indexes = await store.read<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'rollbook' AND tablename = $1`,
      [sqlName(kind)],
    );
    expect(indexes.map(({ definition }) => definition.replace(/^.* USING /, '')).sort()).toEqual([
      'btree (school, key)',
      'btree (school, pupil_key)',
    ]);
  });
});

describe('columnText', () => {
  it.each([
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-29', '\\N'],
    ['date', '-infinity', '\\N'],
    ['integer', 2_147_483_647, '2147483647'],
    ['integer', 2_147_483_648, '\\N'],
    ['integer', 1.5, '\\N'],
    ['integer', '1', '\\N'],
    ['boolean', false, 'f'],
    ['numeric', 0.2, '0.2'],
    ['numeric', Infinity, '\\N'],
    ['text', 'a\tb', 'a\\tb'],
    ['text', undefined, '\\N'],
  ] as const)('%s of %j is %s', (type, value, text) => {
    expect(columnText(value, type)).toBe(text);
  });
});
