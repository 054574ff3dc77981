import { type Batch, isRecord } from '@rollbook/parser-kit';
import type { Counts } from './target.js';

export async function countItems(batches: AsyncIterable<Batch>): Promise<Counts> {
  let pupils = 0;
  let records = 0;
  let issues = 0;
  for await (const batch of batches) {
    for (const item of batch) {
      if (!isRecord(item)) {
        issues++;
        continue;
      }
      records++;
      if (item.kind === 'pupil') pupils++;
    }
  }
  return { pupils, records, issues };
}
