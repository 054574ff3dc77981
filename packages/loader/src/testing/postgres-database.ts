import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database on a server for tests. */
export interface TestDatabase {
  /** For {@link openPostgresStore}. */
  readonly connectionString: string;
  /** Runs one statement on the server, outside of the database. */
  ask(sql: string): Promise<void>;
  create(): Promise<void>;
  /** Drops it, whoever is connected. */
  drop(): Promise<void>;
}

/**
 * A database of its own on the server that `ROLLBOOK_TEST_POSTGRES` names (`postgresql://postgres@127.0.0.1:5432/postgres`
 * when it is not set); not made yet. Undefined where no server answers, with a line on the console that says what is
 * left out: that is for a developer's machine.
 *
 * @throws whatever the connection fails with where CI is `true`: there the server must be.
 */
export async function findTestDatabase(leftOut: string): Promise<TestDatabase | undefined> {
  const server = process.env.ROLLBOOK_TEST_POSTGRES ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
  const name = `rollbook_test_${randomBytes(6).toString('hex')}`;
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 5000 });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  try {
    await ask('SELECT 1');
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    const { message } = error as Error;
    console.warn(`Left out: ${leftOut}, for no PostgreSQL answers at ROLLBOOK_TEST_POSTGRES (${message}).`);
    return undefined;
  }
  return {
    connectionString: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    ask,
    create: () => ask(`CREATE DATABASE ${name}`),
    drop: () => ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
