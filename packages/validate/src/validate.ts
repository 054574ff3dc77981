import type { Batch, Item } from '@rollbook/parser-kit';
import { createValidator, type PlacedIssue, type ValidatorOptions } from './validator.js';

/**
 * Passes batches of one file through and puts an issue behind each record or pupil that breaks a rule; issues
 * of the whole file come last, in a batch of their own. Items keep their order, and issues that were there
 * already stay.
 *
 * @param batches batches as a parser gives them: items of one pupil together, the pupil record first, no pupil
 *   in two batches.
 * @throws RangeError as {@link createValidator} does, when the iteration begins.
 */
export async function* validate(
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  options: ValidatorOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const validator = createValidator(options);
  for await (const batch of batches) {
    const found = validator.placeIssues(batch);
    yield found.length === 0 ? batch : withIssues(batch, found);
  }
  const rest = validator.finish();
  if (rest.length > 0) yield rest;
}

function withIssues(batch: Batch, found: readonly PlacedIssue[]): Batch {
  const items: Item[] = [];
  let next = 0;
  batch.forEach((item, index) => {
    items.push(item);
    for (let place = found[next]; place?.after === index; place = found[++next]) items.push(place.issue);
  });
  return items;
}
