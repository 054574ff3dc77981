/** Digest of a file, known once all its bytes have been read. */
export interface SourceDigest {
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Bytes to read: a path, a buffer, or a stream of Node's or the web's. Made by `openSource`. */
export interface Source {
  /** Base name, where there is one. */
  readonly name?: string;
  /** Size in bytes where it is known before reading, else null. */
  readonly size: number | null;
  /** True for a path or buffer, which can be read again; false for a stream. */
  readonly repeatable: boolean;
  /** The first bytes (at most `limit`, 65,536 if not given), without consuming them. */
  head(limit?: number): Promise<Uint8Array>;
  /** The bytes in chunks, with SHA-256 and size computed in passing. A second call on a stream throws. */
  stream(): AsyncIterable<Uint8Array>;
  /**
   * The digest. A repeatable source is read for it if need be; a stream has it only after its last byte
   * was read, and rejects before.
   */
  digest(): Promise<SourceDigest>;
  /** The digest if it is known already, without reading. */
  readonly knownDigest: SourceDigest | undefined;
}
