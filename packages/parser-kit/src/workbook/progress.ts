/**
 * Tells how much of a workbook is read, in bytes of the file. Only the sheets count, since all else is small beside
 * them; a part that several sheets share counts once. It never goes back, and ends at the file's size.
 */
export class WorkbookProgress {
  readonly #size: number;
  readonly #onProgress: ((bytes: number) => void) | undefined;
  readonly #read = new Map<number, number>();
  readonly #sizes: readonly number[];
  #told = 0;

  /** `sizes` are the packed bytes of each sheet. */
  constructor(size: number, sizes: readonly number[], onProgress: ((bytes: number) => void) | undefined) {
    this.#size = size;
    this.#sizes = sizes;
    this.#onProgress = onProgress;
  }

  /** Packed bytes of a sheet that are read. */
  advance(index: number, bytes: number): void {
    if (this.#onProgress === undefined) return;
    this.#read.set(index, Math.max(bytes, this.#read.get(index) ?? 0));
    let read = 0;
    for (const each of this.#read.values()) read += each;
    const all = this.#sizes.reduce((sum, each) => sum + each, 0);
    this.#tell(all === 0 ? 0 : Math.floor((this.#size * read) / all));
  }

  finish(): void {
    this.#tell(this.#size);
  }

  #tell(bytes: number): void {
    if (bytes <= this.#told) return;
    this.#told = bytes;
    this.#onProgress?.(bytes);
  }
}
