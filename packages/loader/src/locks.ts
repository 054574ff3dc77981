import { hash } from 'node:crypto';
import type { StoreSession } from './store.js';

/**
 * Advisory locks that a transaction takes and keeps to its end; they hold between processes. Their two numbers
 * are four letters each, in ASCII, or a number of four bytes. Who takes several takes them in this order:
 * migrations, matching, schools. The audit trail's, 0x61756474 ("audt"), comes after all: a trigger takes it at the
 * commit (see migration 0006).
 */
const NAMED = 0x726f6c6c; // "roll"
const SCHOOLS = 0x7363686c; // "schl"
const MIGRATIONS = 0x6d696772; // "migr"
const MATCHING = 0x6d617463; // "matc"
const ALL_SCHOOLS = 0x616c6c73; // "alls"

/** Schools beyond which a file locks all there are: a server's table of locks has an end. */
const MANY = 200;

/** One process at a time brings the schema up to date. */
export async function lockMigrations(session: StoreSession): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [NAMED, MIGRATIONS]);
}

/** One at a time links pupils with persons, by rule or by decision. */
export async function lockMatching(session: StoreSession): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [NAMED, MATCHING]);
}

/**
 * Waits until nobody else merges records of these schools. Files of different schools don't wait for each
 * other, unless one has more than 200 of them, which waits for all and makes all wait.
 *
 * @param schools as the store's columns have them.
 */
export async function lockSchools(session: StoreSession, schools: Iterable<string>): Promise<void> {
  const keys = [...new Set([...schools].map(keyOf))].sort((a, b) => a - b);
  const many = keys.length > MANY;
  await session.query(`SELECT pg_advisory_xact_lock${many ? '' : '_shared'}($1::int, $2::int)`, [
    NAMED,
    ALL_SCHOOLS,
  ]);
  if (many || keys.length === 0) return;
  // Sorted within, so that of two files with the same schools one waits for the other and never both.
  await session.query(
    `SELECT count(*) FROM (
       SELECT pg_advisory_xact_lock($1::int, key) FROM (
         SELECT value::int AS key FROM jsonb_array_elements_text($2::text::jsonb) WITH ORDINALITY AS k (value, place)
         ORDER BY place) sorted) locked`,
    [SCHOOLS, JSON.stringify(keys)],
  );
}

/** Waits until nobody merges anything, and makes all wait until the transaction ends. */
export async function lockAllSchools(session: StoreSession): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [NAMED, ALL_SCHOOLS]);
}

/** Two schools may share a number; then they take turns, and nothing worse. */
function keyOf(school: string): number {
  return Buffer.from(hash('sha256', school, 'hex').slice(0, 8), 'hex').readInt32BE();
}
