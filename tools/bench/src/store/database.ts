import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The server to measure on; a database of its own is made there and dropped at the end. */
export const serverOf = (env: NodeJS.ProcessEnv): string =>
  env.ROLLBOOK_TEST_POSTGRES ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

export async function withDatabase<T>(
  server: string,
  work: (connectionString: string) => Promise<T>,
): Promise<T> {
  const name = `rollbook_bench_${randomBytes(4).toString('hex')}`;
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name}`);
  try {
    return await work(Object.assign(new URL(server), { pathname: `/${name}` }).href);
  } finally {
    await ask(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}
