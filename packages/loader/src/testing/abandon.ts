import type { Item } from '@rollbook/parser-kit';
import { openEntry } from '../ledger.js';
import { markMatched, markStaged } from '../load-package.js';
import { mergeFile, noFile } from '../load-result.js';
import { Staging } from '../staging.js';
import type { Store } from '../store.js';
import { batchesOf, fileFacts, school } from './items.js';

/** When the loads of {@link abandon} began. */
export const began = new Date('2026-10-01T08:00:00.000Z');

/**
 * A load as it stands when its process dies right after it was received, or, with items, staged or matched.
 *
 * @param digit which file of `fileFacts` it is.
 * @returns the load's number.
 */
export async function abandon(
  store: Store,
  items: Iterable<Item> | undefined,
  digit = 'a',
  state: 'staged' | 'matched' = 'staged',
): Promise<number> {
  const file = mergeFile(noFile, fileFacts(digit));
  return store.transaction(async (session) => {
    const loadId = await openEntry(session, {
      startedAt: began,
      fingerprint: JSON.stringify([1, '', '']),
      file,
      school: null,
      asOf: began.toISOString(),
      scope: 'partial',
    });
    if (!items) return loadId;
    const staging = await Staging.open(session, loadId, undefined);
    for await (const batch of batchesOf(items)) await staging.add(batch);
    await staging.finish();
    const { received, issues, schools } = staging;
    await markStaged(session, loadId, {
      ...{ file, school, received, issues, schools },
      asOf: began.toISOString(),
    });
    if (state === 'matched') await markMatched(session, loadId);
    return loadId;
  });
}
