import type { Item } from '@rollbook/parser-kit';
import type { LoadOptions } from '../load-options.js';
import type { LoadResult } from '../load-result.js';
import type { Loader } from '../loader.js';
import type { Store } from '../store.js';

/** What each part of the suite works with; a new loader over an empty store for every test. */
export interface SuiteContext {
  readonly store: Store;
  readonly loader: Loader;
  /** Loads items in small batches. */
  load(items: readonly Item[], options?: LoadOptions): Promise<LoadResult>;
}

/** Records and quarantine, to be compared; ledger and issues are left out, and when a row was last seen. */
export async function everything(store: Store): Promise<unknown> {
  return {
    pupils: await store.read('SELECT * FROM rollbook.pupil ORDER BY school, key'),
    marks: await store.read('SELECT * FROM rollbook.attendance_mark ORDER BY school, key'),
    quarantine: await store.read(
      `SELECT quarantine_id, school, kind, key, state, reasons, record, issues FROM rollbook.quarantine
       ORDER BY quarantine_id`,
    ),
  };
}
