import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import { LoaderError, storeFailure } from './errors.js';
import type { Release, SqlResult, SqlValue, Store, StoreSession } from './store.js';

export interface PostgresOptions {
  /**
   * `postgresql://user:password@host:port/database`, with `sslmode` and the like as libpq has them. What it
   * leaves out comes from the environment (PGHOST, PGUSER, PGPASSWORD, ...), also where it is absent.
   */
  readonly connectionString?: string;
  /** TLS as Node has it (`ca`, `cert`, `key`, ...); true for the system's own trust. Over `sslmode` of the text. */
  readonly ssl?: boolean | ConnectionOptions;
  /**
   * Connections at most; 10 when not given. A load takes one at a time. One more, beside these, says which loads
   * this process is at work on.
   */
  readonly maxConnections?: number;
  /** Milliseconds to wait for a connection; 10,000 when not given. */
  readonly connectTimeout?: number;
  /** How the server's lists show the connections; `rollbook` when not given. */
  readonly applicationName?: string;
}

/**
 * Opens a PostgreSQL server, 14 or later, as a store. Several processes may use one database; its schema
 * `rollbook` is the loader's. The connections are made when they are needed, the first of them here.
 *
 * @throws LoaderError `store-unreachable` when no connection can be had, with the reason's code alone: names of
 *   hosts and users stay out of it.
 */
export async function openPostgresStore(options: PostgresOptions = {}): Promise<Store> {
  const server = {
    ...(options.connectionString === undefined ? {} : { connectionString: options.connectionString }),
    ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
    connectionTimeoutMillis: options.connectTimeout ?? 10_000,
    application_name: options.applicationName ?? 'rollbook',
  };
  const pool = new pg.Pool({
    ...server,
    max: options.maxConnections ?? 10,
    // A service that embeds the loader may end while connections are idle.
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    (await connect(pool)).release();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return postgresStore(pool, new Claims(server));
}

function postgresStore(pool: pg.Pool, claims: Claims): Store {
  let closing: Promise<void> | undefined;
  const whenOpen = (): void => {
    if (closing) throw new LoaderError('store-closed', 'The store was closed.');
  };
  return {
    id: 'postgresql',
    async transaction(work) {
      whenOpen();
      const client = await connect(pool);
      let broken = true;
      try {
        await run(client, 'BEGIN');
        const { session, settled } = sessionOf(client);
        try {
          const result = await work(session);
          await run(client, 'COMMIT');
          broken = false;
          return result;
        } catch (error) {
          await settled();
          // A connection that can't even roll back is thrown away, and the server rolls back by itself.
          broken = !(await run(client, 'ROLLBACK').then(
            () => true,
            () => false,
          ));
          throw error;
        }
      } finally {
        client.release(broken);
      }
    },
    async read<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
      whenOpen();
      const client = await connect(pool);
      let broken = true;
      try {
        const { rows } = await query<Row>(client, sql, parameters);
        broken = false;
        return rows;
      } catch (error) {
        // Refused by the server, which is there: the connection is as good as before.
        broken = !(error instanceof LoaderError && error.sqlState !== undefined && !isLoss(error.sqlState));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    claim(loadId) {
      whenOpen();
      return claims.take(loadId);
    },
    close() {
      closing ??= pool.end().then(() => claims.end());
      return closing;
    },
  };
}

/** The first number of a claim's advisory lock: "load" in ASCII. The second is the load's. */
const CLAIMS = 0x6c6f6164;

/**
 * Claims are advisory locks of a connection of their own, which the server gives back when the process is gone,
 * whatever became of it. Should the connection break, the claims are lost and the loads go on: each step of a
 * load looks whether the ledger still has it where it was.
 */
class Claims {
  private readonly held = new Set<number>();
  private client: Promise<pg.Client> | undefined;
  private asking = 0;

  constructor(private readonly server: pg.ClientConfig) {}

  async take(loadId: number): Promise<Release | undefined> {
    // The server lets one connection take a lock twice.
    if (this.held.has(loadId)) return undefined;
    this.held.add(loadId);
    try {
      const got = await this.ask('pg_try_advisory_lock', loadId, (this.client ??= this.connect()));
      if (got) return () => this.giveBack(loadId);
    } catch (error) {
      this.held.delete(loadId);
      throw error;
    }
    this.held.delete(loadId);
    return undefined;
  }

  async end(): Promise<void> {
    const client = (await this.client?.catch(() => undefined)) as (pg.Client & { ref(): void }) | undefined;
    // Idle connections don't keep a process alive, and one that ends now is awaited.
    client?.ref();
    await client?.end();
  }

  private async giveBack(loadId: number): Promise<void> {
    // Where the connection is gone, so is the lock.
    if (!this.held.delete(loadId) || !this.client) return;
    await this.ask('pg_advisory_unlock', loadId, this.client).catch(() => undefined);
  }

  private async ask(what: string, loadId: number, connecting: Promise<pg.Client>): Promise<boolean> {
    const client = (await connecting) as pg.Client & { ref(): void; unref(): void };
    // A process may end while the connection is idle, and not while it waits for an answer.
    if (this.asking++ === 0) client.ref();
    try {
      const sql = `SELECT ${what}($1::int, $2::int) AS done`;
      const { rows } = await query<{ done: boolean }>(client, sql, [CLAIMS, loadId % 2 ** 31]);
      return rows[0]?.done === true;
    } finally {
      if (--this.asking === 0) client.unref();
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client(this.server);
    const forget = (): void => {
      this.client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw unreachable(error);
    }
  }
}

/** SQLSTATE classes 08 (connection) and 57P (the server is going down). */
function isLoss(sqlState: string): boolean {
  return sqlState.startsWith('08') || sqlState.startsWith('57P');
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    const client = await pool.connect();
    // While it is ours, a broken connection shows in the statement that it breaks.
    if (client.listenerCount('error') === 0) client.on('error', () => undefined);
    return client;
  } catch (error) {
    throw unreachable(error);
  }
}

function unreachable(error: unknown): LoaderError {
  const code =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
      ? error.code
      : undefined;
  return new LoaderError(
    'store-unreachable',
    `No connection to the database can be had${code === undefined ? '' : ` (${code})`}.`,
    code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? { sqlState: code } : {},
  );
}

/** @returns the session, and what waits for a COPY that `work` left on its way when it threw. */
function sessionOf(client: pg.PoolClient): { session: StoreSession; settled: () => Promise<void> } {
  let copying: Promise<void> = Promise.resolve();
  const session: StoreSession = {
    query: (sql, parameters = []) => query(client, sql, parameters),
    run: (sql) => run(client, sql),
    copyIn(table, columns, rows) {
      const list = columns.map((column) => `"${column}"`).join(', ');
      const copied = copy(client, `COPY ${table} (${list}) FROM STDIN`, rows);
      copying = copied.catch(() => undefined);
      return copied;
    },
  };
  return { session, settled: () => copying };
}

async function copy(client: pg.PoolClient, sql: string, rows: string): Promise<void> {
  try {
    const stream = client.query(copyFrom(sql));
    stream.end(rows);
    await finished(stream);
  } catch (error) {
    throw storeFailure(error);
  }
}

async function run(client: pg.PoolClient, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw storeFailure(error);
  }
}

async function query<Row extends object>(
  client: pg.ClientBase,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<SqlResult<Row>> {
  try {
    const { rows, rowCount, command } = await client.query<Row>(sql, [...parameters]);
    return { rows, affected: command === 'SELECT' ? 0 : (rowCount ?? 0) };
  } catch (error) {
    throw storeFailure(error);
  }
}
