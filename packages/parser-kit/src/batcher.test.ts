import { describe, expect, it } from 'vitest';
import { createBatcher } from './batcher.js';
import { collect, flatten, isIssue, isRecord, type Item } from './item.js';
import { recordReference, type Issue } from './issue.js';

const issue = (code: string): Issue => ({ code, severity: 'info', message: code, help: code, place: {} });
const issues = (count: number): Issue[] => Array.from({ length: count }, (_, i) => issue(`i${i}`));

describe('createBatcher', () => {
  it('gives a batch when it is full and never divides a group', () => {
    const batcher = createBatcher(5);
    expect(batcher.add(issues(3))).toBeUndefined();
    expect(batcher.add(issues(4))).toHaveLength(7);
    expect(batcher.add(issues(12))).toHaveLength(12);
    expect(batcher.add([])).toBeUndefined();
    expect(batcher.add(issues(1))).toBeUndefined();
    expect(batcher.flush()).toHaveLength(1);
    expect(batcher.flush()).toBeUndefined();
  });

  it('gathers 500 items when no size is given', () => {
    const batcher = createBatcher();
    expect(batcher.add(issues(499))).toBeUndefined();
    expect(batcher.add(issues(1))).toHaveLength(500);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a size of %s', (size) => {
    expect(() => createBatcher(size)).toThrow(RangeError);
  });
});

describe('items', () => {
  const record: Item = {
    kind: 'pupil',
    key: 'upn:x',
    provenance: { file: { sha256: null, size: null, supplier: 'x', format: 'y' }, place: {} },
  };
  const batches = async function* () {
    yield await Promise.resolve([record, issue('a')]);
    yield [issue('b')];
  };

  it('are told apart, flattened and collected', async () => {
    expect([record, issue('a')].map(isRecord)).toEqual([true, false]);
    expect([record, issue('a')].map(isIssue)).toEqual([false, true]);
    const items: Item[] = [];
    for await (const item of flatten(batches())) items.push(item);
    expect(items).toHaveLength(3);
    expect(await collect(batches())).toEqual({ records: [record], issues: [issue('a'), issue('b')] });
  });

  it('are referred to by kind, key and pupil', () => {
    expect(recordReference(record)).toEqual({ kind: 'pupil', key: 'upn:x' });
    expect(recordReference({ kind: 'contact', key: 'c', pupilKey: 'upn:x' })).toEqual({
      kind: 'contact',
      key: 'c',
      pupilKey: 'upn:x',
    });
  });
});
