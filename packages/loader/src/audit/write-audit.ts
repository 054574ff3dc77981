import { canonicalJson } from '../canonical-json.js';
import type { StoreSession } from '../store.js';
import { decodeText, encodeText } from '../store-text.js';
import { bodyHash, type AuditEntry } from './audit-entry.js';
import { identitiesOf, makePseudonyms } from './pseudonyms.js';

/**
 * Adds to the audit trail what a transaction does. The entries get their numbers and hashes when the transaction
 * commits, and are gone with it when it doesn't; so it may be called at any time in it, and holds nobody up.
 */
export async function writeAudit(
  session: StoreSession,
  entries: AuditEntry | readonly AuditEntry[],
): Promise<void> {
  const list = 'action' in entries ? [entries] : entries;
  if (list.length === 0) return;
  const pseudonyms = await makePseudonyms(session, list.flatMap(subjectsOf).flatMap(identitiesOf));
  const rows = list.map((entry) => {
    const school = soleSchool(entry);
    const named = subjectsOf(entry).flatMap(identitiesOf);
    const body = {
      action: entry.action,
      actor: entry.actor,
      school,
      subjects: [...new Set(named.map((identity) => pseudonyms.get(identity) ?? ''))].sort(),
      loadId: entry.loadId ?? null,
      details: entry.details ?? {},
    };
    return { ...body, hash: bodyHash(body) };
  });
  await session.query(
    `INSERT INTO rollbook.audit_pending (action, actor, school, subjects, load_id, details, entry_hash)
     SELECT e ->> 'action', e ->> 'actor', e ->> 'school',
       ARRAY(SELECT value FROM jsonb_array_elements_text(e -> 'subjects') WITH ORDINALITY AS s (value, place)
             ORDER BY place),
       (e ->> 'loadId')::bigint, e -> 'details', decode(e ->> 'hash', 'hex')
     FROM jsonb_array_elements($1::text::jsonb) WITH ORDINALITY AS entries (e, place) ORDER BY place`,
    [canonicalJson(rows)],
  );
}

function subjectsOf(entry: AuditEntry): AuditEntry['subjects'] & object {
  return [...(entry.subject ? [entry.subject] : []), ...(entry.subjects ?? [])];
}

/** The school of all subjects, in case it is one. */
function soleSchool(entry: AuditEntry): string | null {
  const schools = new Set(subjectsOf(entry).map(({ school }) => school ?? ''));
  const [school = ''] = schools;
  return schools.size !== 1 || school === '' ? null : decodeText(encodeText(decodeText(school)));
}
