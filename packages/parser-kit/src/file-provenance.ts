import type { FileProvenance } from '@rollbook/model';
import type { Source } from './source.js';

export interface FileFormat {
  /** Who made the software that wrote the file, such as `dfe`, `sims`. */
  readonly supplier: string;
  /** The parser's id. */
  readonly format: string;
  readonly version?: string | undefined;
}

/**
 * The one object that all records of a file share. Digest and size are there at once when the source was read
 * before (`await source.digest()`); else they are null until {@link completeFileProvenance}. `version` may be set
 * later, when the file's header has been read.
 */
export function createFileProvenance(
  source: Source,
  { supplier, format, version }: FileFormat,
): FileProvenance {
  const known = source.knownDigest;
  return {
    ...(source.name === undefined ? {} : { name: source.name }),
    sha256: known?.sha256 ?? null,
    size: known?.size ?? null,
    supplier,
    format,
    ...(version === undefined ? {} : { version }),
  };
}

/** Fills in digest and size when the last byte has been read. A parser calls it before its last batch. */
export function completeFileProvenance(file: FileProvenance, source: Source): void {
  const known = source.knownDigest;
  if (known === undefined) throw new Error('The source has not been read to its end.');
  file.sha256 = known.sha256;
  file.size = known.size;
}
