/** Fewer pupils than these say nothing of a school: a file may hold a class, or a group of leavers. */
export const LEAST_PUPILS = 30;

/** How many of a file's pupils have something, with no rounding at the limit. */
export class Share {
  #all = 0;
  #counted = 0;
  #last: string | undefined;

  /** A pupil of whom it is known at once. */
  add(isCounted: boolean): void {
    this.#all++;
    if (isCounted) this.#counted++;
  }

  /** A pupil has it; told any number of times by the pupil's records, which stand together in a file. */
  has(pupilKey: string): void {
    if (pupilKey === this.#last) return;
    this.#last = pupilKey;
    this.#counted++;
  }

  /** True when more than so many of a hundred have it. */
  isAbove(percent: number): boolean {
    return this.#all >= LEAST_PUPILS && this.#counted * 100 > this.#all * percent;
  }

  /** True when so many of a hundred have it, or more. */
  isAtLeast(percent: number): boolean {
    return this.#all >= LEAST_PUPILS && this.#counted * 100 >= this.#all * percent;
  }

  /** True when fewer than so many of a hundred have it. */
  isBelow(percent: number): boolean {
    return this.#all >= LEAST_PUPILS && this.#counted * 100 < this.#all * percent;
  }
}
