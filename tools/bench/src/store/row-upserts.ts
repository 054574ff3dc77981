import { hash } from 'node:crypto';
import type { CanonicalRecord } from '@rollbook/model';
import pg from 'pg';

/** Columns that a plain script would fill beside the whole record, by kind. */
const COLUMNS = {
  pupil: ['upn', 'surname', 'forename', 'birthDate', 'sex', 'ethnicity'],
  contact: ['priority', 'surname', 'forename', 'relationship', 'parentalResponsibility'],
} as const;
type Kind = keyof typeof COLUMNS;

const columnName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The same tables as the loader's, without its history, ledger, staging and matching. */
const TABLES = `
  CREATE SCHEMA plain;
  CREATE TABLE plain.pupil (school text, key text, pupil_key text, content_hash bytea, record jsonb,
    upn text, surname text, forename text, birth_date date, sex text, ethnicity text, PRIMARY KEY (school, key));
  CREATE TABLE plain.contact (school text, key text, pupil_key text, content_hash bytea, record jsonb,
    priority integer, surname text, forename text, relationship text, parental_responsibility boolean,
    PRIMARY KEY (school, key))`;

function statementOf(kind: Kind): string {
  const columns = ['school', 'key', 'pupil_key', 'content_hash', 'record', ...COLUMNS[kind].map(columnName)];
  return `INSERT INTO plain.${kind} AS t (${columns.join(', ')})
    VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
    ON CONFLICT (school, key) DO UPDATE
    SET ${columns
      .slice(2)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}
    WHERE t.content_hash <> excluded.content_hash`;
}

/**
 * What the loader is measured against: one prepared upsert a record, one after another.
 *
 * @param commits `each` statement by itself, as a script does that thinks no further, or all at the `end`
 * @returns seconds
 */
export async function upsertRowByRow(
  connectionString: string,
  records: Iterable<CanonicalRecord>,
  commits: 'each' | 'end',
): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`DROP SCHEMA IF EXISTS plain CASCADE; ${TABLES}`);
    const started = performance.now();
    if (commits === 'end') await client.query('BEGIN');
    for (const record of records) {
      const kind = record.kind as Kind;
      const json = JSON.stringify({ ...record, provenance: undefined });
      const fields = record as unknown as Record<string, string | number | boolean | undefined>;
      await client.query({
        name: kind,
        text: statementOf(kind),
        values: [
          record.school,
          record.key,
          fields.pupilKey ?? null,
          Buffer.from(hash('sha256', json), 'hex'),
          json,
          ...COLUMNS[kind].map((name) => fields[name] ?? null),
        ],
      });
    }
    if (commits === 'end') await client.query('COMMIT');
    return (performance.now() - started) / 1000;
  } finally {
    await client.end();
  }
}
