import type { Batch, Item } from './item.js';

/** Items in a batch, when the caller asks for no other number. */
export const defaultBatchSize = 500;

export interface Batcher {
  /** Items that stay together: all of one pupil. Gives the batch, once it is full. */
  add(together: readonly Item[]): Batch | undefined;
  /** What is left at the end, if anything. */
  flush(): Batch | undefined;
}

/**
 * Gathers groups of items into batches of about `size`. A group is never divided: a batch is given out as soon as
 * it has `size` items or more, and a pupil with more records than that makes a larger one.
 */
export function createBatcher(size: number = defaultBatchSize): Batcher {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError('A batch size is a whole number of 1 or more.');
  let items: Item[] = [];
  const flush = (): Batch | undefined => {
    if (items.length === 0) return undefined;
    const batch = items;
    items = [];
    return batch;
  };
  return {
    add(together) {
      for (const item of together) items.push(item);
      return items.length >= size ? flush() : undefined;
    },
    flush,
  };
}
