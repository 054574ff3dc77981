import type { Encoding } from './encoding.js';
import type { Batch } from './item.js';
import type { Source } from './source.js';

/** The first bytes of a file, and what they are as text. */
export interface Head {
  /** At most the first 64 KB. */
  readonly bytes: Uint8Array;
  /** The bytes as text by the detected encoding; empty when they are no text. */
  readonly text: string;
  /** Base name of the file, where there is one. Content decides; a name only helps. */
  readonly name?: string;
}

export interface Detection {
  /** From 0 (no) to 1 (certain). */
  readonly confidence: number;
  /** Why, for a person: "root element CTFile, CTFversion 25.0". Holds no pupil's data. */
  readonly reason: string;
  /** Version of the format, when the head says it. */
  readonly version?: string;
}

/** Options that every parser takes. */
export interface ParseOptions {
  /** Items in a batch, about; 500 when not given. */
  readonly batchSize?: number;
  /** Stops the parse: the iteration rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called as bytes are read, for progress. */
  readonly onProgress?: (bytesRead: number) => void;
  /** Reads text by this encoding, whatever the file says of itself. */
  readonly encoding?: Encoding;
}

/**
 * A parser is a value. `parse` yields batches of canonical records and issues; it throws
 * `UnreadableInputError` when the input can't be read at all or turns out damaged part-way, in which case
 * what it has yielded so far must not be kept.
 */
export interface Parser<O extends ParseOptions = ParseOptions> {
  /** Stable id in kebab-case: `ctf`, `sims`. */
  readonly id: string;
  /** Who makes the software or format: `dfe`, `capita`. */
  readonly supplier: string;
  readonly title: string;
  /** Undefined when the head is certainly not of this format. */
  detect(head: Head): Detection | undefined;
  parse(source: Source, options?: O): AsyncIterable<Batch>;
}
