import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import { LoaderError, storeFailure } from './errors.js';
import type { SqlResult, SqlValue, Store, StoreSession } from './store.js';

export interface PostgresOptions {
  /**
   * `postgresql://user:password@host:port/database`, with `sslmode` and the like as libpq has them. What it
   * leaves out comes from the environment (PGHOST, PGUSER, PGPASSWORD, ...), also where it is absent.
   */
  readonly connectionString?: string;
  /** TLS as Node has it (`ca`, `cert`, `key`, ...); true for the system's own trust. Over `sslmode` of the text. */
  readonly ssl?: boolean | ConnectionOptions;
  /** Connections at most; 10 when not given. A load takes one from its first to its last statement. */
  readonly maxConnections?: number;
  /** Milliseconds to wait for a connection; 10,000 when not given. */
  readonly connectTimeout?: number;
  /** How the server's lists show the connections; `rollbook` when not given. */
  readonly applicationName?: string;
}

/**
 * The advisory lock of writers: they come one after the other, as {@link Store.transaction} promises, whatever
 * process they run in. Its two numbers are "roll" and "book" in ASCII.
 */
const WRITERS = { space: 0x726f6c6c, key: 0x626f6f6b };

/**
 * Opens a PostgreSQL server, 14 or later, as a store. Several processes may use one database; its schema
 * `rollbook` is the loader's. The connections are made when they are needed, the first of them here.
 *
 * @throws LoaderError `store-unreachable` when no connection can be had, with the reason's code alone: names of
 *   hosts and users stay out of it.
 */
export async function openPostgresStore(options: PostgresOptions = {}): Promise<Store> {
  const pool = new pg.Pool({
    ...(options.connectionString === undefined ? {} : { connectionString: options.connectionString }),
    ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: options.connectTimeout ?? 10_000,
    application_name: options.applicationName ?? 'rollbook',
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
  return postgresStore(pool);
}

function postgresStore(pool: pg.Pool): Store {
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
        try {
          await run(client, `SELECT pg_advisory_xact_lock(${WRITERS.space}, ${WRITERS.key})`);
          const result = await work(sessionOf(client));
          await run(client, 'COMMIT');
          broken = false;
          return result;
        } catch (error) {
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
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
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
    const code =
      typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
        ? error.code
        : undefined;
    throw new LoaderError(
      'store-unreachable',
      `No connection to the database can be had${code === undefined ? '' : ` (${code})`}.`,
      code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? { sqlState: code } : {},
    );
  }
}

function sessionOf(client: pg.PoolClient): StoreSession {
  return {
    query: (sql, parameters = []) => query(client, sql, parameters),
    run: (sql) => run(client, sql),
    async copyIn(table, columns, rows) {
      const list = columns.map((column) => `"${column}"`).join(', ');
      try {
        const stream = client.query(copyFrom(`COPY ${table} (${list}) FROM STDIN`));
        stream.end(rows);
        await finished(stream);
      } catch (error) {
        throw storeFailure(error);
      }
    },
  };
}

async function run(client: pg.PoolClient, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw storeFailure(error);
  }
}

async function query<Row extends object>(
  client: pg.PoolClient,
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
