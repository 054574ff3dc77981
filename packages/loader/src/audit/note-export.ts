import { LoaderError } from '../errors.js';
import type { Store } from '../store.js';
import { writeAudit } from './write-audit.js';

/** Files that were made of the store's records for another system. */
export interface Export {
  /** The system: `one`, `profile`. */
  readonly target: string;
  /** Who had them made: a person's name or account. */
  readonly by: string;
  /** LAESTAB; null for pupils under no known school; left out for files of several schools. */
  readonly school?: string | null;
  readonly files: readonly ExportedFile[];
}

export interface ExportedFile {
  /** Base name; it holds no pupil's data. */
  readonly name: string;
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string;
  readonly pupils: number;
  readonly records: number;
  /** Data that was left out on purpose, by group, and how often. */
  readonly withheld?: Readonly<Record<string, number>>;
}

/**
 * Puts into the audit trail that data left the store, with the digest of each file.
 *
 * @throws LoaderError `invalid-decision` when nobody signs for it.
 */
export async function noteExport(store: Store, { target, by, school, files }: Export): Promise<void> {
  if (by.trim() === '') throw new LoaderError('invalid-decision', 'An export needs the name of who made it.');
  await store.transaction((session) =>
    writeAudit(session, {
      action: 'exported',
      actor: by,
      ...(school === undefined ? {} : { subject: { school } }),
      details: { target, files: files.map((file) => ({ ...file })) },
    }),
  );
}
