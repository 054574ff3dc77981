import { firstTables } from './0001-first-tables.js';
import { personIndexes } from './0002-person-indexes.js';

export interface Migration {
  /** Sorts after all before it. */
  readonly id: string;
  readonly sql: string;
}

/** Forward only, in order. */
export const migrations: readonly Migration[] = [
  { id: '0001-first-tables', sql: firstTables },
  { id: '0002-person-indexes', sql: personIndexes },
];
