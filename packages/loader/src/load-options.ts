import type { FileProvenance } from '@rollbook/model';
import type { Batch, ParseOptions, Parser, Source } from '@rollbook/parser-kit';
import type { LoadProgress } from './load-result.js';

/** A file to parse and load. */
export interface FileInput {
  readonly source: Source;
  readonly parser: Parser;
  /** For the parser, beside `signal` and `onProgress`, which the load sees to. */
  readonly parseOptions?: ParseOptions;
  /** What happens to the batches between parser and store, such as validation, which adds issues. */
  readonly through?: (batches: AsyncIterable<Batch>) => AsyncIterable<Batch>;
}

/** Batches as a parser yields them, or a file with its parser. */
export type LoadInput = AsyncIterable<Batch> | FileInput;

export interface LoadOptions {
  /**
   * Facts about the file, for the ledger. What is missing is taken from the first record's provenance and,
   * for a file with its parser, from those. With its `sha256` given, a repeat is known beforehand.
   */
  readonly file?: Partial<FileProvenance>;
  /**
   * LAESTAB of the school that records belong to which name none. Without it they stand under no school,
   * apart from every school's.
   */
  readonly school?: string;
  /**
   * Names what made the items, with versions, when it can change what comes out: `ctf 1.2, rules 2026.1`. A
   * file counts as a repeat only of a load with the same pipeline. When not given: the parser's id.
   */
  readonly pipeline?: string;
  /** Processes the file even if it is known beforehand to be a repeat. */
  readonly again?: boolean;
  /** Rolls the load back; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after every batch, and once when the store begins to take the records in. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

export function isFileInput(input: LoadInput): input is FileInput {
  return 'parser' in input && 'source' in input;
}
