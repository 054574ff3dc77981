import { createHmac, hash, randomBytes } from 'node:crypto';
import type { Store, StoreSession } from '../store.js';
import { decodeText, storeKey, storeSchool } from '../store-text.js';
import type { AuditSubject } from './audit-entry.js';

/**
 * A subject's identities as texts: of the pupil, of the person, or both. Keys may be given as the model or as the
 * store's columns have them.
 */
export function identitiesOf({ school, key, personId }: AuditSubject): string[] {
  const identities: string[] = [];
  if (key !== undefined) {
    const place = storeSchool(
      school === null || school === undefined || school === '' ? undefined : decodeText(school),
    );
    identities.push(`pupil\n${place}\n${storeKey(decodeText(key))}`);
  }
  if (personId !== undefined) identities.push(`person\n${personId.toLowerCase()}`);
  return identities;
}

/** How the trail names an identity under a secret, as hex. */
export function pseudonymOf(identity: string, secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(identity).digest('hex');
}

/** Pseudonyms by identity; secrets are made for those that have none. */
export async function makePseudonyms(
  session: StoreSession,
  identities: Iterable<string>,
): Promise<Map<string, string>> {
  // Sorted, so that of two transactions with the same subjects one waits for the other and never both.
  const digests = new Map([...new Set(identities)].map((identity) => [hash('sha256', identity), identity]));
  if (digests.size === 0) return new Map();
  const fresh = [...digests.keys()]
    .sort()
    .map((subject) => ({ subject, secret: randomBytes(32).toString('hex') }));
  await session.query(
    `INSERT INTO rollbook.audit_subject (subject, secret)
     SELECT decode(subject, 'hex'), decode(secret, 'hex')
     FROM jsonb_to_recordset($1::text::jsonb) AS s (subject text, secret text) ORDER BY subject
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(fresh)],
  );
  const { rows } = await session.query<{ subject: string; secret: string }>(SECRETS, [
    JSON.stringify([...digests.keys()]),
  ]);
  return named(rows, digests);
}

/** The pseudonyms of those identities that have one. */
export async function readPseudonyms(
  store: Pick<Store, 'read'>,
  identities: Iterable<string>,
): Promise<Map<string, string>> {
  const digests = new Map([...identities].map((identity) => [hash('sha256', identity), identity]));
  return named(await store.read(SECRETS, [JSON.stringify([...digests.keys()])]), digests);
}

/**
 * Forgets whose the pseudonyms of these identities were: what the trail says of them is anonymous from then on, and
 * its chain is as it was.
 *
 * @returns the pseudonyms with the secrets, by which whoever keeps them can still show which entries they were.
 */
export async function forgetPseudonyms(
  session: StoreSession,
  identities: Iterable<string>,
): Promise<{ pseudonym: string; secret: string }[]> {
  const digests = new Map([...identities].map((identity) => [hash('sha256', identity), identity]));
  const { rows } = await session.query<{ subject: string; secret: string }>(
    `DELETE FROM rollbook.audit_subject
     WHERE subject IN (SELECT decode(value, 'hex') FROM jsonb_array_elements_text($1::text::jsonb))
     RETURNING encode(subject, 'hex') AS subject, encode(secret, 'hex') AS secret`,
    [JSON.stringify([...digests.keys()])],
  );
  return rows.map(({ subject, secret }) => ({
    pseudonym: pseudonymOf(digests.get(subject) ?? '', secret),
    secret,
  }));
}

const SECRETS = `
  SELECT encode(subject, 'hex') AS subject, encode(secret, 'hex') AS secret FROM rollbook.audit_subject
  WHERE subject IN (SELECT decode(value, 'hex') FROM jsonb_array_elements_text($1::text::jsonb))`;

function named(
  rows: readonly { subject: string; secret: string }[],
  digests: ReadonlyMap<string, string>,
): Map<string, string> {
  const pseudonyms = new Map<string, string>();
  for (const { subject, secret } of rows) {
    const identity = digests.get(subject);
    if (identity !== undefined) pseudonyms.set(identity, pseudonymOf(identity, secret));
  }
  return pseudonyms;
}
