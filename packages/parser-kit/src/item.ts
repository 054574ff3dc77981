import type { CanonicalRecord } from '@rollbook/model';
import type { Issue } from './issue.js';

/** What a parser yields: a canonical record (it has a `kind`) or an issue (it has a `code`). */
export type Item = CanonicalRecord | Issue;

/**
 * About 500 items. Items of one pupil stand together, the pupil record first, and a batch never ends in the
 * middle of a pupil, so that rules can look at one pupil with all its records.
 */
export type Batch = readonly Item[];

export function isRecord(item: Item): item is CanonicalRecord {
  return 'kind' in item;
}

export function isIssue(item: Item): item is Issue {
  return !('kind' in item);
}

/** Batches as single items; for small jobs, since an `await` for each item costs more than the item. */
export async function* flatten(batches: AsyncIterable<Batch>): AsyncGenerator<Item, void, undefined> {
  for await (const batch of batches) yield* batch;
}

/** Everything at once, records and issues apart; for tests and small files. */
export async function collect(
  batches: AsyncIterable<Batch>,
): Promise<{ records: CanonicalRecord[]; issues: Issue[] }> {
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  for await (const batch of batches) {
    for (const item of batch) {
      if (isRecord(item)) records.push(item);
      else issues.push(item);
    }
  }
  return { records, issues };
}
