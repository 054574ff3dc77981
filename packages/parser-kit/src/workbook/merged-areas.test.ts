import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellType } from '../table/row-batch.js';
import type { CellArea } from './cell-reference.js';
import { MergedAreas } from './merged-areas.js';

const limits = { mergedAreas: 1000, filledCells: 100_000 };
const area = fc
  .record({
    top: fc.integer({ min: 1, max: 8 }),
    left: fc.integer({ min: 1, max: 8 }),
    high: fc.nat(5),
    wide: fc.nat(5),
  })
  .map(({ top, left, high, wide }): CellArea => ({ top, left, bottom: top + high, right: left + wide }));

const overlap = (a: CellArea, b: CellArea) =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

describe('MergedAreas', () => {
  it('gives each cell of an area the value of its first, and leaves the others', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 8 }), (drawn) => {
        const areas = drawn.filter((each, i) => !drawn.slice(0, i).some((other) => overlap(each, other)));
        const merged = new MergedAreas(limits, areas);
        for (let row = 1; row <= 14; row++) {
          const cells = Array.from({ length: 14 }, (_, i) => `${row}:${i + 1}`);
          const types = cells.map((): CellType => 's');
          merged.fill(row, cells, types);
          cells.forEach((cell, i) => {
            const column = i + 1;
            const of = areas.find(
              ({ top, left, bottom, right }) =>
                top <= row && row <= bottom && left <= column && column <= right,
            );
            expect(cell).toBe(of === undefined ? `${row}:${column}` : `${of.top}:${of.left}`);
          });
        }
      }),
    );
  });

  it('an area whose first cell is blank covers nothing', () => {
    const merged = new MergedAreas(limits, [{ top: 1, left: 1, bottom: 2, right: 2 }]);
    const cells = ['', 'kept'];
    merged.fill(1, cells, ['-', 's']);
    expect(cells).toEqual(['', 'kept']);
  });

  it('an area whose first row was blank covers nothing', () => {
    const merged = new MergedAreas(limits, [{ top: 1, left: 1, bottom: 3, right: 2 }]);
    const cells = ['a'];
    merged.fill(2, cells, ['s']);
    expect(cells).toEqual(['a']);
  });
});
