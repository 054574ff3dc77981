import type { Readable, Writable } from 'node:stream';

export type OutputStream = Writable & { readonly isTTY?: boolean };

/** What the command may touch of the process that it runs in. */
export interface Io {
  /** Read when a FILE is `-`, and not looked at otherwise. */
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** `NO_COLOR`, `FORCE_COLOR`, `TERM` and `ROLLBOOK_DEBUG` are looked at. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths start. */
  readonly cwd: string;
  /** Stops the command, with nothing half loaded. */
  readonly signal?: AbortSignal;
}
