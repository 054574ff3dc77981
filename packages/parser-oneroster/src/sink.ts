import { type Batch, createBatcher, type Item } from '@rollbook/parser-kit';

/** Gathers items so that those of one pupil that follow one another stay in one batch. */
export class Sink {
  readonly #batcher;
  #pupil: string | undefined;
  #group: Item[] = [];
  #ready: Batch[] = [];

  constructor(batchSize: number | undefined) {
    this.#batcher = createBatcher(batchSize);
  }

  /** @param pupil key of the pupil that the items are about; undefined for none */
  put(pupil: string | undefined, items: readonly Item[]): void {
    if (items.length === 0) return;
    if (pupil === undefined || pupil !== this.#pupil) this.#close();
    this.#pupil = pupil;
    for (const item of items) this.#group.push(item);
  }

  /** Batches that are full. */
  take(): readonly Batch[] {
    return this.#ready.splice(0);
  }

  /** All that is left. */
  end(): readonly Batch[] {
    this.#close();
    const rest = this.#batcher.flush();
    if (rest !== undefined) this.#ready.push(rest);
    return this.take();
  }

  #close(): void {
    if (this.#group.length === 0) return;
    const batch = this.#batcher.add(this.#group);
    if (batch !== undefined) this.#ready.push(batch);
    this.#group = [];
    this.#pupil = undefined;
  }
}
