import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOfRuns, targetsFor } from './plan.js';
import { targetIds } from './targets/index.js';

const options = { pupils: [1], repeats: 3, only: targetIds, wholeDocumentLimit: 20_000 };

describe('orderOfRuns', () => {
  it('goes there and back', () => {
    expect(orderOfRuns(['parse', 'sax'], 3)).toEqual(['parse', 'sax', 'sax', 'parse', 'parse', 'sax']);
  });

  it('has each target as often as asked', () => {
    fc.assert(
      fc.property(fc.subarray([...targetIds]), fc.integer({ min: 1, max: 9 }), (ids, repeats) => {
        const order = orderOfRuns(ids, repeats);
        expect(order).toHaveLength(ids.length * repeats);
        for (const id of ids) expect(order.filter((other) => other === id)).toHaveLength(repeats);
      }),
    );
  });
});

describe('targetsFor', () => {
  it('leaves readers of whole documents out of large files', () => {
    expect(targetsFor(20_000, options)).toEqual(targetIds);
    expect(targetsFor(20_001, options)).toEqual(targetIds.filter((id) => id !== 'fast-xml-parser'));
  });

  it('has only what was asked for', () => {
    expect(targetsFor(2_000, { ...options, only: ['parse', 'fast-xml-parser'] })).toEqual([
      'parse',
      'fast-xml-parser',
    ]);
    expect(targetsFor(50_000, { ...options, only: ['parse', 'fast-xml-parser'] })).toEqual(['parse']);
  });
});
