import type { StoreSession } from '../store.js';

/** The tables of matching where a store hasn't them yet, as far as tests of held values need them. */
export async function ensurePersonTables(session: StoreSession): Promise<void> {
  await session.run(`
    CREATE TABLE IF NOT EXISTS rollbook.person (person_id uuid PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS rollbook.person_link (
      school text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, person_id uuid NOT NULL, how text NOT NULL,
      load_id bigint, PRIMARY KEY (school, key))`);
}
