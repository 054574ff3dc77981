import type { FileProvenance, Place, RecordKind } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import type { LoadScope } from './load-context.js';

/** Counts of records; `received` is always the sum of the other three. */
export interface Balance {
  readonly received: number;
  /** New to the store, or changed in it. */
  readonly loaded: number;
  /** In the store already with the same content. */
  readonly unchanged: number;
  /** Kept aside whole, with their issues. */
  readonly quarantined: number;
}

/** What is known of a file; everything is null that nobody told. */
export interface LoadedFile {
  readonly name: string | null;
  readonly sha256: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly supplier: string | null;
  readonly format: string | null;
  readonly version: string | null;
}

/** What a load did. Plain data, fit for JSON; it holds no pupil's data. */
export interface LoadResult extends Balance {
  readonly loadId: number;
  /**
   * The load of the very same file that this one repeats, when nothing was loaded for its schools since;
   * else null.
   */
  readonly repeatOf: number | null;
  /** True when a repeat was known beforehand and the file wasn't parsed again. */
  readonly skipped: boolean;
  /** As of when the file is: ISO 8601, UTC. */
  readonly asOf: string;
  /** Whether the file was declared to say all that there is about its schools. */
  readonly scope: LoadScope;
  /** Records that the store knows newer of, beside the balance: they count there as loaded or unchanged. */
  readonly outdated: number;
  /** Records of the store that a full file left out, and that are closed now. Beside the balance. */
  readonly closed: number;
  readonly issues: Readonly<Record<Severity, number>>;
  readonly byKind: Readonly<Partial<Record<RecordKind, Balance>>>;
  readonly file: LoadedFile;
  /** As in `file`. */
  readonly sha256: string | null;
  /** LAESTAB, where all records are about one school, or the one that the caller named; else null. */
  readonly school: string | null;
  /** Wall time of the load. */
  readonly seconds: number;
}

/** How far a load has come. Awaiting a query of the same store in the callback would wait for ever. */
export interface LoadProgress {
  /** `read` while batches arrive, `merge` while the store takes them in. */
  readonly phase: 'read' | 'merge';
  /** Records so far. */
  readonly received: number;
  /** Issues so far. */
  readonly issues: number;
  /** Of the file, where a parser tells; null otherwise. */
  readonly bytesRead: number | null;
  /** Size of the file, where it is known. */
  readonly bytes: number | null;
}

/**
 * How far a load has come: `received`, its records are being read; `staged`, they are in the store's keeping, apart;
 * `matched`, its pupils are matched with persons; `merged`, all is done; `failed`, nothing came of it.
 */
export type LoadState = 'received' | 'staged' | 'matched' | 'merged' | 'failed';

/** One row of the ledger: one load of one file. Its counts are zero until it is merged. */
export interface LedgerEntry extends Balance {
  readonly loadId: number;
  readonly state: LoadState;
  readonly file: LoadedFile;
  readonly school: string | null;
  readonly repeatOf: number | null;
  readonly skipped: boolean;
  /** As of when the file is: ISO 8601, UTC. */
  readonly asOf: string;
  readonly scope: LoadScope;
  /** As in {@link LoadResult}. */
  readonly outdated: number;
  readonly closed: number;
  readonly issues: Readonly<Record<Severity, number>>;
  readonly byKind: Readonly<Partial<Record<RecordKind, Balance>>>;
  /**
   * Why a load failed: the code of the error thrown, `aborted`, `interrupted` for one whose process ended before
   * it was staged, or `unexpected`.
   */
  readonly failure: { readonly code: string; readonly place: Place } | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export const noFile: LoadedFile = {
  name: null,
  sha256: null,
  size: null,
  supplier: null,
  format: null,
  version: null,
};

/** A provenance's facts as the ledger holds them; `undefined` keeps what `before` says. */
export function mergeFile(before: LoadedFile, facts: Partial<FileProvenance> | undefined): LoadedFile {
  if (!facts) return before;
  return {
    name: facts.name ?? before.name,
    sha256: facts.sha256 ?? before.sha256,
    size: facts.size ?? before.size,
    supplier: facts.supplier ?? before.supplier,
    format: facts.format ?? before.format,
    version: facts.version ?? before.version,
  };
}
