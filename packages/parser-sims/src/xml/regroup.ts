import type { Place } from '@rollbook/model';

/** One row of a report, and where its record stands. */
export interface ReportRow {
  readonly cells: readonly string[];
  readonly place: Place;
}

/** Rows that are held, so that the rows of a pupil which stand apart come together. */
export const mostRowsHeld = 20_000;

/**
 * Brings rows of one pupil together. A report over several lists has a row for each combination, in an order that is
 * its designer's. Of the rows held, those of the pupil that was met longest ago are given out first, so that memory
 * does not grow with the file; a pupil whose rows stand further apart than that comes in parts.
 */
export class Regroup {
  readonly #groups = new Map<string, ReportRow[]>();
  #last: string | undefined;
  #held = 0;

  constructor(readonly limit = mostRowsHeld) {}

  /** Takes a row of the pupil `key`; a row without a key stands alone. Gives rows that can't wait any longer. */
  add(key: string | undefined, row: ReportRow): readonly ReportRow[] {
    const name = key ?? `${this.#held} ${row.place.path ?? ''}`;
    let group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, (group = []));
    else if (name !== this.#last) {
      // Met again: it moves behind all others
      this.#groups.delete(name);
      this.#groups.set(name, group);
    }
    this.#last = name;
    group.push(row);
    if (++this.#held <= this.limit) return [];
    return this.#takeOldest();
  }

  #takeOldest(): readonly ReportRow[] {
    for (const [name, group] of this.#groups) {
      this.#groups.delete(name);
      this.#held -= group.length;
      return group;
    }
    return [];
  }

  /** What is left, pupil after pupil. */
  *rest(): Generator<readonly ReportRow[], void, undefined> {
    while (this.#groups.size > 0) yield this.#takeOldest();
  }
}
