/** A parameter of a statement. JSON goes as text, with a cast in the statement. */
export type SqlValue = string | number | boolean | null;

export interface SqlResult<Row> {
  readonly rows: Row[];
  /** Rows inserted, updated or deleted; 0 for a query. */
  readonly affected: number;
}

/** One connection inside a transaction. */
export interface StoreSession {
  /**
   * Runs one statement with `$1` parameters.
   * @throws LoaderError `store-failed`, without the values of the statement.
   */
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly SqlValue[],
  ): Promise<SqlResult<Row>>;
  /** Runs statements without parameters, separated by semicolons. */
  run(sql: string): Promise<void>;
  /**
   * `COPY table (columns) FROM` text, in PostgreSQL's text format: tabs between columns, `\N` for null, a
   * newline after every row, already escaped.
   */
  copyIn(table: string, columns: readonly string[], rows: string): Promise<void>;
}

/** Gives a claim back; never rejects. */
export type Release = () => Promise<void>;

/**
 * Where a loader keeps its tables: a PostgreSQL that takes plain SQL and COPY. The loader asks for nothing
 * else, so PGlite and a server are the same to it. {@link openPgliteStore} makes one; a suite for others is
 * `describeStore` of `@rollbook/loader/testing`.
 */
export interface Store {
  /** What it is, for messages: `pglite`. */
  readonly id: string;
  /**
   * Commits when `work` resolves and rolls back, leaving no trace, when it rejects. Each statement sees what was
   * committed before it (`READ COMMITTED`). Transactions run side by side on a server, and one after the other in
   * PGlite, which is one connection; those that must not meet take PostgreSQL's advisory locks.
   */
  transaction<T>(work: (session: StoreSession) => Promise<T>): Promise<T>;
  /** A query outside any transaction. */
  read<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly SqlValue[],
  ): Promise<Row[]>;
  /**
   * Says that this process is at work on the load of this number, until it gives it back or dies, however it
   * dies. Gives what gives it back; undefined when someone is at work on it already, in this process or another.
   */
  claim(loadId: number): Promise<Release | undefined>;
  /** Waits for what is running; calling it twice is fine. */
  close(): Promise<void>;
}
