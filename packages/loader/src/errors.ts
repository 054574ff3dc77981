/** What a {@link LoaderError} is about; stable, for programs. */
export type LoaderErrorCode =
  /** A batch held something that is neither a record nor an issue of the model. */
  | 'invalid-item'
  /** The counts of a load did not add up; nothing was kept. */
  | 'ledger-unbalanced'
  /** Another process has the store's folder open. */
  | 'store-locked'
  /** The folder holds something else than a store. */
  | 'not-a-store'
  /** The store was written by a newer Rollbook, or its schema was changed by hand. */
  | 'schema-mismatch'
  /** No connection to the database can be had. */
  | 'store-unreachable'
  /** The database refused a statement. */
  | 'store-failed'
  /** A kind of record that the store has no table for. */
  | 'unknown-kind'
  /** An option that says nothing that could be meant. */
  | 'invalid-option'
  /** Someone else took the load for abandoned, and settled it, while it was still going on. */
  | 'interrupted'
  /** The store was closed before. */
  | 'store-closed'
  /** A decision that nobody signs, or that is about nothing. */
  | 'invalid-decision'
  /** No such pupil in the queue of those that wait to be matched. */
  | 'unknown-entry'
  /** No such person. */
  | 'unknown-person'
  /** A pupil in the queue that someone decided about before. */
  | 'already-decided'
  /** No such conflict. */
  | 'unknown-conflict'
  /** A conflict that is decided, or that has gone. */
  | 'conflict-closed'
  /** Two values to accept for one item. */
  | 'conflicts-contradict'
  /** The store has nobody whom a selector describes. */
  | 'unknown-subject'
  /** A selector describes pupils who may be different children. */
  | 'ambiguous-subject'
  /** Files that may be about the child wait to be merged. */
  | 'loads-unfinished';

/**
 * What the loader or a store throws of its own. The message is safe to log: it never holds a pupil's data,
 * which is why a database's own error (it quotes values) is not kept as `cause`.
 */
export class LoaderError extends Error {
  override readonly name = 'LoaderError';
  readonly code: LoaderErrorCode;
  /** PostgreSQL's five-character SQLSTATE, for `store-failed`. */
  readonly sqlState?: string;

  constructor(code: LoaderErrorCode, message: string, details: { sqlState?: string } = {}) {
    super(message);
    this.code = code;
    if (details.sqlState !== undefined) this.sqlState = details.sqlState;
  }
}

/**
 * A database error without the values that it quotes. Keeps the SQLSTATE and the names of table, column and
 * constraint, which are ours.
 */
export function storeFailure(error: unknown): LoaderError {
  if (error instanceof LoaderError) return error;
  const parts =
    typeof error === 'object' && error !== null ? (error as { [name: string]: unknown; code?: unknown }) : {};
  const sqlState = typeof parts.code === 'string' ? parts.code : undefined;
  const names = ['table', 'column', 'constraint']
    .filter((name) => typeof parts[name] === 'string')
    .map((name) => `${name} ${String(parts[name])}`);
  const about = [...(sqlState ? [`SQLSTATE ${sqlState}`] : []), ...names].join(', ');
  return new LoaderError(
    'store-failed',
    about ? `The database refused a statement (${about}).` : 'The database failed.',
    sqlState ? { sqlState } : {},
  );
}
