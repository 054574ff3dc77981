import type { Layout } from './layout.js';

/** Pupils of one of two generations; more than a school has. */
const GENERATION = 10_000;
/** Slots of a generation's table: a power of two, two thirds of them empty. */
const SLOTS = 32_768;
/** Columns whose values are remembered apart; what comes beyond is one value together. */
const MOST_COLUMNS = 100;

/** What a row says of a pupil against what was said before, perhaps in another sheet with other columns. */
export type PupilNews = 'new' | 'same' | 'more' | 'different';

/** A number for a text, never 0: that one stands for an empty cell. */
function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash === 0 ? 1 : hash;
}

/** Pupils by two numbers, in flat arrays: objects that live for ten thousand rows would cost more than reading them. */
class Generation {
  readonly #slots = new Int32Array(SLOTS);
  readonly #first = new Int32Array(GENERATION);
  readonly #second = new Int32Array(GENERATION);
  readonly layouts = new Int32Array(GENERATION);
  readonly offsets = new Int32Array(GENERATION);
  /** Hashes of the columns told, pupil after pupil. */
  values = new Int32Array(GENERATION * 8);
  #used = 0;
  count = 0;

  clear(): void {
    this.#slots.fill(0);
    this.#used = 0;
    this.count = 0;
  }

  /** Index of the pupil, -1 when it is not here. */
  find(first: number, second: number): number {
    let slot = first & (SLOTS - 1);
    for (;;) {
      const index = (this.#slots[slot] as number) - 1;
      if (index < 0 || (this.#first[index] === first && this.#second[index] === second)) return index;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  /** Room for the pupil's columns: where its values begin. */
  add(first: number, second: number, layout: number, columns: number): number {
    let slot = first & (SLOTS - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    const index = this.count++;
    this.#slots[slot] = this.count;
    this.#first[index] = first;
    this.#second[index] = second;
    this.layouts[index] = layout;
    const offset = this.#used;
    this.offsets[index] = offset;
    this.#used += columns;
    if (this.#used > this.values.length) {
      const values = new Int32Array(Math.max(this.#used, this.values.length * 2));
      values.set(this.values);
      this.values = values;
    }
    return offset;
  }
}

/**
 * The pupils that came last, 10,000 at least and 20,000 at most, to tell one that comes again. Of each there are
 * numbers for its key and for the text of each column; that two of a school's pupils have the same 64 bits is less
 * likely than a fault of the machine.
 */
export class PupilMemory {
  #young = new Generation();
  #old = new Generation();
  readonly #layouts: Layout[] = [];
  #columns: number[] = [];
  #first = 0;
  #second = 0;

  /** Compares a pupil's row with what is remembered, and remembers a new pupil. */
  compare(school: string | undefined, key: string, layout: Layout, cells: readonly string[]): PupilNews {
    this.#hash(school, key);
    const first = this.#first;
    const second = this.#second;
    let generation = this.#young;
    let index = generation.find(first, second);
    if (index < 0) {
      generation = this.#old;
      index = generation.find(first, second);
    }
    const number = this.#numberOf(layout);
    this.#read(layout, cells);
    if (index >= 0) return this.#compareWith(generation, index, number);
    if (this.#young.count >= GENERATION) {
      const young = this.#old;
      young.clear();
      this.#old = this.#young;
      this.#young = young;
    }
    const columns = this.#columns;
    const offset = this.#young.add(first, second, number, columns.length);
    const { values } = this.#young;
    for (let i = 0; i < columns.length; i++) values[offset + i] = columns[i] as number;
    return 'new';
  }

  #hash(school: string | undefined, key: string): void {
    let first = school === undefined ? 0x811c9dc5 | 0 : hashText(school);
    let second = first ^ 0x9e3779b9;
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second + code, 0x85ebca6b);
      second ^= second >>> 13;
    }
    this.#first = first ^ (first >>> 15);
    this.#second = second;
  }

  #numberOf(layout: Layout): number {
    const last = this.#layouts.length - 1;
    if (this.#layouts[last] === layout) return last;
    const known = this.#layouts.indexOf(layout);
    return known < 0 ? this.#layouts.push(layout) - 1 : known;
  }

  #read({ told }: Layout, cells: readonly string[]): void {
    const columns = this.#columns;
    const length = Math.min(told.length, MOST_COLUMNS);
    if (columns.length !== length) this.#columns = new Array<number>(length).fill(0);
    for (let i = 0; i < length; i++) {
      const cell = cells[(told[i] as Layout['told'][number]).index];
      this.#columns[i] = cell === undefined || cell === '' ? 0 : hashText(cell);
    }
    if (told.length <= MOST_COLUMNS) return;
    const rest = told.slice(MOST_COLUMNS - 1).map(({ index }) => cells[index] ?? '');
    this.#columns[length - 1] = hashText(JSON.stringify(rest));
  }

  #compareWith(generation: Generation, index: number, number: number): PupilNews {
    const before = generation.layouts[index] as number;
    const offset = generation.offsets[index] as number;
    const columns = this.#columns;
    const { told } = this.#layouts[number] as Layout;
    const toldBefore = (this.#layouts[before] as Layout).told;
    let found: PupilNews = 'same';
    for (let i = 0; i < columns.length; i++) {
      const value = columns[i] as number;
      if (value === 0) continue;
      const name = told[i]?.name;
      const other = before === number ? i : toldBefore.findIndex((column) => column.name === name);
      const then = other < 0 || other >= MOST_COLUMNS ? 0 : (generation.values[offset + other] as number);
      if (then === value) continue;
      if (then !== 0) return 'different';
      found = 'more';
    }
    return found;
  }
}
