import type { FileProvenance } from '@rollbook/model';
import type { Batch, ParseOptions, Parser, Source } from '@rollbook/parser-kit';
import type { LoadScope } from './load-context.js';
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
  /**
   * As of when the file is, an ISO 8601 date or date-time (London's where it names no zone). When not given: what the
   * file says of itself, else the moment at which the load began. A file that is older than what the store has never
   * overwrites it.
   */
  readonly asOf?: string;
  /**
   * `full` for a file that says all there is about its schools, so that records of theirs which it leaves out are
   * closed: pupils, contacts, registrations and the spells of need and entitlement, of the kinds that it has, and with a pupil all
   * that is about it. `partial`, the default, for one that doesn't.
   */
  readonly scope?: LoadScope;
  /** Processes the file even if it is known beforehand to be a repeat. */
  readonly again?: boolean;
  /** Ends the load, and nothing of it stays; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after every batch, and once when the store begins to take the records in. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

export function isFileInput(input: LoadInput): input is FileInput {
  return 'parser' in input && 'source' in input;
}
