/**
 * A small seeded generator of pseudo-random numbers, so that one seed gives the same data on every machine and
 * every version of Node. Integer arithmetic and division by a power of two only; no `Math.random`, and no
 * function of `Math` whose last digit may differ between engines.
 *
 * The stream is sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, 128 bits of state, from PractRand);
 * its state is filled by splitmix32 from the seed. Not for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param seeds whole numbers; each order and choice of them names its own stream */
  constructor(...seeds: readonly number[]) {
    let state = 0x9e3779b9;
    const fill = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) | 0;
    };
    for (const seed of seeds) {
      state ^= seed | 0;
      state = fill() ^ Math.trunc(seed / 0x1_0000_0000);
    }
    this.#a = fill();
    this.#b = fill();
    this.#c = fill();
    // The first numbers of streams with like seeds are alike until the state is mixed.
    for (let i = 0; i < 12; i++) this.uint32();
  }

  /** A whole number from 0 to 4,294,967,295. */
  uint32(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 to 1, 1 left out. */
  fraction(): number {
    return this.uint32() / 0x1_0000_0000;
  }

  /** A whole number from 0 up to `limit`, `limit` left out. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** True with the probability given, from 0 to 1. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** @throws RangeError when the list is empty */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[this.below(list.length)] as T;
  }
}

/** Picks values in proportion to their weights; the sums are made once. */
export class Weighted<T> {
  readonly #values: readonly T[];
  readonly #sums: readonly number[];

  /** @throws RangeError when there is no entry, or a weight is not above 0 */
  constructor(entries: readonly (readonly [value: T, weight: number])[]) {
    if (entries.length === 0 || entries.some(([, weight]) => !(weight > 0))) {
      throw new RangeError('weights must be above 0, and there must be one');
    }
    let sum = 0;
    this.#values = entries.map(([value]) => value);
    this.#sums = entries.map(([, weight]) => (sum += weight));
  }

  pick(random: Random): T {
    const sums = this.#sums;
    const point = random.fraction() * (sums[sums.length - 1] as number);
    let index = 0;
    while (index < sums.length - 1 && point >= (sums[index] as number)) index++;
    return this.#values[index] as T;
  }
}
