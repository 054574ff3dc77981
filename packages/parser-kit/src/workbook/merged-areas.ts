import type { CellType } from '../table/row-batch.js';
import type { CellArea } from './cell-reference.js';
import type { WorkbookLimits } from './limits.js';
import { tooLarge } from './workbook-errors.js';

interface OpenArea extends CellArea {
  value: string;
  type: CellType;
}

/**
 * Gives every cell of a merged area the value of its first, row by row from the top. A row that has nothing of its
 * own stays blank: that a class name is merged over thirty rows makes no pupils of the two rows behind the last.
 */
export class MergedAreas {
  readonly #limits: Pick<WorkbookLimits, 'mergedAreas' | 'filledCells'>;
  /** Not begun yet, the topmost last. */
  readonly #ahead: CellArea[];
  #open: OpenArea[] = [];
  #count: number;
  #filled = 0;

  constructor(limits: Pick<WorkbookLimits, 'mergedAreas' | 'filledCells'>, areas: readonly CellArea[] = []) {
    this.#limits = limits;
    this.#ahead = [...areas].sort((a, b) => b.top - a.top);
    this.#count = areas.length;
  }

  /** An area that begins in the row to be filled next. */
  add(area: CellArea): void {
    if (++this.#count > this.#limits.mergedAreas) throw tooManyAreas(this.#limits.mergedAreas);
    this.#ahead.push(area);
  }

  /** Last row before the next in which an open area is over; Infinity without one. */
  get unchangedUntil(): number {
    let until = Infinity;
    for (const { bottom } of this.#open) if (bottom < until) until = bottom;
    return until;
  }

  /** Fills a row that has something of its own. Rows must come in order. */
  fill(row: number, cells: string[], types: CellType[]): void {
    let next = this.#ahead[this.#ahead.length - 1];
    if (next === undefined && this.#open.length === 0) return;
    while (next !== undefined && next.top <= row) {
      this.#ahead.pop();
      if (next.bottom >= row) {
        const begins = next.top === row;
        const value = begins ? (cells[next.left - 1] ?? '') : '';
        const type = begins ? (types[next.left - 1] ?? '-') : '-';
        this.#open.push({ ...next, value, type });
      }
      next = this.#ahead[this.#ahead.length - 1];
    }
    let ended = false;
    for (const area of this.#open) {
      if (area.bottom < row) {
        ended = true;
        continue;
      }
      // Also an area without a value costs a step.
      this.#filled += area.value === '' ? 1 : area.right - area.left + 1;
      if (this.#filled > this.#limits.filledCells) {
        throw tooLarge(`merged areas of a sheet cover more than ${this.#limits.filledCells} cells`);
      }
      if (area.value !== '') fillArea(area, cells, types);
    }
    if (ended) this.#open = this.#open.filter((area) => area.bottom >= row);
  }
}

function fillArea({ left, right, value, type }: OpenArea, cells: string[], types: CellType[]): void {
  while (cells.length < right) {
    cells.push('');
    types.push('-');
  }
  for (let i = left - 1; i < right; i++) {
    cells[i] = value;
    types[i] = type;
  }
}

export function tooManyAreas(limit: number): Error {
  return tooLarge(`a sheet has more than ${limit} merged areas`);
}
