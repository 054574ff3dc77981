import { firstTables } from './0001-first-tables.js';
import { personIndexes } from './0002-person-indexes.js';
import { loadPackages } from './0003-load-packages.js';
import { recordVersions } from './0004-record-versions.js';
import { heldValues } from './0005-held-values.js';
import { audit } from './0006-audit.js';
import { persons } from './0007-persons.js';
import { personNames } from './0008-person-names.js';

export interface Migration {
  /** Sorts after all before it. */
  readonly id: string;
  readonly sql: string;
}

/** Forward only, in order. */
export const migrations: readonly Migration[] = [
  { id: '0001-first-tables', sql: firstTables },
  { id: '0002-person-indexes', sql: personIndexes },
  { id: '0003-load-packages', sql: loadPackages },
  { id: '0004-record-versions', sql: recordVersions },
  { id: '0005-held-values', sql: heldValues },
  { id: '0006-audit', sql: audit },
  { id: '0007-persons', sql: persons },
  { id: '0008-person-names', sql: personNames },
];
