import type { FileProvenance, Place, RecordKind } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';

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

/** One row of the ledger: one load of one file. */
export interface LedgerEntry extends Balance {
  readonly loadId: number;
  readonly state: 'loaded' | 'failed';
  readonly file: LoadedFile;
  readonly school: string | null;
  readonly repeatOf: number | null;
  readonly skipped: boolean;
  readonly issues: Readonly<Record<Severity, number>>;
  readonly byKind: Readonly<Partial<Record<RecordKind, Balance>>>;
  /** Why a load failed: the code of the error thrown, `aborted`, or `unexpected`. */
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
