import type { Balance, LoadResult } from '@rollbook/loader';
import type { Severity } from '@rollbook/parser-kit';
import type { FailureJson } from './errors.js';

/** How many issues, in all and by severity. */
export type IssueFigures = Readonly<Record<Severity | 'total', number>>;

/** Figures that every object in the output of `load --json` has. */
export interface LoadFigures extends Balance {
  readonly issues: IssueFigures;
  /** Wall time. */
  readonly seconds: number;
}

/** One file in the output of `load --json`. Of a file with an error nothing was loaded, and its counts are 0. */
export interface LoadedFileJson extends LoadFigures {
  /** As given on the command line. */
  readonly path: string;
  readonly name: string | null;
  readonly sha256: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly format: string | null;
  readonly version: string | null;
  /** LAESTAB, when all of the file is about one school. */
  readonly school: string | null;
  /** Number of the load in the ledger. */
  readonly loadId: number | null;
  /** The load of the very same file that this one repeats. */
  readonly repeatOf: number | null;
  readonly byKind: LoadResult['byKind'];
  readonly error: FailureJson | null;
}

/** What `load --json` prints. */
export interface LoadJson extends LoadFigures {
  readonly files: readonly LoadedFileJson[];
}

type Seen = Pick<LoadedFileJson, 'path' | 'name'>;

export function loadedFileJson(seen: Seen, result: LoadResult): LoadedFileJson {
  const { file, received, loaded, unchanged, quarantined, issues } = result;
  return {
    path: seen.path,
    name: seen.name,
    sha256: file.sha256,
    size: file.size,
    format: file.format,
    version: file.version,
    school: result.school,
    loadId: result.loadId,
    repeatOf: result.repeatOf,
    received,
    loaded,
    unchanged,
    quarantined,
    issues: { total: issues.error + issues.query + issues.info, ...issues },
    byKind: result.byKind,
    seconds: result.seconds,
    error: null,
  };
}

export function unloadedFileJson(
  seen: Seen & Pick<LoadedFileJson, 'seconds'>,
  digest: { readonly sha256: string; readonly size: number } | undefined,
  error: FailureJson,
): LoadedFileJson {
  return {
    path: seen.path,
    name: seen.name,
    sha256: digest?.sha256 ?? null,
    size: digest?.size ?? null,
    format: null,
    version: null,
    school: null,
    loadId: null,
    repeatOf: null,
    received: 0,
    loaded: 0,
    unchanged: 0,
    quarantined: 0,
    issues: { total: 0, error: 0, query: 0, info: 0 },
    byKind: {},
    seconds: seen.seconds,
    error,
  };
}

/** Sums over the files. */
export function loadTotals(files: readonly LoadFigures[]): LoadFigures {
  const sum = (figure: (file: LoadFigures) => number): number =>
    files.reduce((total, file) => total + figure(file), 0);
  return {
    received: sum((file) => file.received),
    loaded: sum((file) => file.loaded),
    unchanged: sum((file) => file.unchanged),
    quarantined: sum((file) => file.quarantined),
    issues: {
      total: sum((file) => file.issues.total),
      error: sum((file) => file.issues.error),
      query: sum((file) => file.issues.query),
      info: sum((file) => file.issues.info),
    },
    seconds: sum((file) => file.seconds),
  };
}
