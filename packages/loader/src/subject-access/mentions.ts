import type { JsonValue } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import type { SqlValue, Store } from '../store.js';
import { encodeText } from '../store-text.js';
import type { Subject } from './find-subject.js';

type Row = Record<string, JsonValue>;

/**
 * Where rows of the quarantine are about the child: its records, and whole rows that couldn't be read and have one of
 * its UPNs in them. A child without a UPN can't be found in those. Parameters: see {@link mentionValues}.
 */
export const quarantineMentions = `
  (EXISTS (SELECT FROM jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)
     WHERE t.school = w.school AND (t.pupil_key = w.key OR (t.kind = 'pupil' AND t.key = w.key)))
   OR (t.kind = 'unreadable' AND EXISTS (
     SELECT FROM jsonb_array_elements_text($2::text::jsonb) AS u (upn) WHERE strpos(upper(t.record::text), upn) > 0)))`;

/**
 * Where issues are about the child's records. An issue has no school of its own: where its load had several, a key
 * that isn't a UPN may be another child's.
 *
 * @param certain leaves those out, which is right where data is given away and wrong where it is erased.
 */
export const issueMentions = (certain: boolean): string => `
  (EXISTS (SELECT FROM jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)
     JOIN rollbook.file_load_school s ON s.school = w.school AND s.load_id = t.load_id
     WHERE ((t.kind = 'pupil' AND t.key = w.key) OR t.issue -> 'record' ->> 'pupilKey' = w.key)
       ${
         certain
           ? `AND (w.key LIKE 'upn:%' OR 1 = (SELECT count(*) FROM rollbook.file_load_school o WHERE o.load_id = t.load_id))`
           : ''
       })
   OR EXISTS (SELECT FROM jsonb_array_elements_text($2::text::jsonb) AS u (upn)
     WHERE t.issue ->> 'value' IS NOT NULL AND strpos(upper(t.issue ->> 'value'), upn) > 0))`;

/** Shorter ones might be found by chance in what is somebody else's. */
const LEAST = 8;

export function mentionValues({ places, upns }: Pick<Subject, 'places' | 'upns'>): SqlValue[] {
  const long = upns.filter((upn) => upn.length >= LEAST).map(encodeText);
  return [JSON.stringify(places.map(({ school, key }) => ({ school, key }))), JSON.stringify(long)];
}

export async function quarantineAbout(store: Pick<Store, 'read'>, subject: Subject): Promise<Row[]> {
  return rows(store, 'quarantine', `'content_hash'`, quarantineMentions, 'quarantine_id', subject);
}

export async function issuesAbout(store: Pick<Store, 'read'>, subject: Subject): Promise<Row[]> {
  return rows(store, 'issue', `'ordinal'`, issueMentions(true), 'load_id, ordinal', subject);
}

async function rows(
  store: Pick<Store, 'read'>,
  table: string,
  without: string,
  where: string,
  order: string,
  subject: Subject,
): Promise<Row[]> {
  const found = await store.read<{ row: string }>(
    `SELECT (to_jsonb(t) - ${without})::text AS row FROM rollbook.${table} t WHERE ${where} ORDER BY ${order}`,
    mentionValues(subject),
  );
  return found.map(({ row }) => parseStoredJson(row) as Row);
}
