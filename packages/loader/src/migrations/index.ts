import { firstTables } from './0001-first-tables.js';

export interface Migration {
  /** Sorts after all before it. */
  readonly id: string;
  readonly sql: string;
}

/** Forward only, in order. */
export const migrations: readonly Migration[] = [{ id: '0001-first-tables', sql: firstTables }];
