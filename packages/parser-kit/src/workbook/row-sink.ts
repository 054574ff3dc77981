import type { CellType, RowBatch } from '../table/row-batch.js';
import { tooLarge } from './workbook-errors.js';

/** A batch is given out when it has this many rows or cells. */
const rowsOfBatch = 500;
const cellsOfBatch = 100_000;

/** Collects the rows of one sheet and gives them out in batches. */
export class RowSink {
  readonly #mostCells: number;
  #rows: string[][] = [];
  #at: number[] = [];
  #types: string[] = [];
  #cellsNow = 0;
  #cells = 0;

  constructor(mostCells: number) {
    this.#mostCells = mostCells;
  }

  /**
   * Takes a row over; blank cells at its end are cut off. A row that is blank altogether is left out. With `until` it
   * stands for all rows up to that one, which then share the array.
   */
  push(at: number, cells: string[], types: CellType[], until = at): void {
    let length = cells.length;
    while (length > 0 && types[length - 1] === '-') length--;
    if (length === 0) return;
    cells.length = length;
    types.length = length;
    const added = length * Math.max(1, until - at + 1);
    this.#cells += added;
    this.#cellsNow += added;
    if (this.#cells > this.#mostCells) throw tooLarge(`a sheet has more than ${this.#mostCells} cells`);
    const joined = types.join('');
    this.#rows.push(cells);
    this.#at.push(at);
    this.#types.push(joined);
    for (let row = at + 1; row <= until; row++) {
      this.#rows.push(cells);
      this.#at.push(row);
      this.#types.push(joined);
    }
  }

  get isFull(): boolean {
    return this.#rows.length >= rowsOfBatch || this.#cellsNow >= cellsOfBatch;
  }

  /** What was collected, in batches of no more than twice the usual rows. */
  *take(): Generator<RowBatch, void, undefined> {
    const rows = this.#rows;
    const at = this.#at;
    const types = this.#types;
    this.#rows = [];
    this.#at = [];
    this.#types = [];
    this.#cellsNow = 0;
    if (rows.length === 0) return;
    if (rows.length <= 2 * rowsOfBatch) {
      yield { rows, at, types };
      return;
    }
    for (let from = 0; from < rows.length; from += rowsOfBatch) {
      const to = from + rowsOfBatch;
      yield { rows: rows.slice(from, to), at: at.slice(from, to), types: types.slice(from, to) };
    }
  }
}

/** The rows that a handler puts into the sink while pieces of its part are scanned; `isDone` ends it early. */
export async function* rowsOf(
  pieces: AsyncGenerator<undefined, void, undefined>,
  sink: RowSink,
  isDone?: () => boolean,
): AsyncGenerator<RowBatch, void, undefined> {
  try {
    while ((await pieces.next()).done !== true && isDone?.() !== true) {
      if (sink.isFull) yield* sink.take();
    }
  } finally {
    await pieces.return();
  }
  yield* sink.take();
}
