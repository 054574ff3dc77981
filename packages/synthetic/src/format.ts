import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import type { SyntheticSchool } from './school.js';

/** One file of an export. */
export interface SyntheticFile {
  /** Base name, as the supplier's export would be called. */
  readonly name: string;
  /** The bytes in chunks, made as they are asked for; each call begins anew. */
  content(): AsyncIterable<Uint8Array>;
}

/** A supplier's format that a synthetic school can be written in. */
export interface SyntheticFormat {
  /** Stable id in kebab-case: `sims-csv`. */
  readonly id: string;
  /** Id of the parser that reads the files. */
  readonly parser: string;
  readonly title: string;
  /** All files that the school's export consists of. */
  files(school: SyntheticSchool): readonly SyntheticFile[];
  /**
   * The fields of each kind of canonical record that come through the format whole: written, parsed, and equal to
   * what the school has. A part of a field is named by path, such as `address.postcode`. A kind that is not named is
   * not in the format.
   */
  readonly carries: Readonly<Partial<Record<RecordKind, readonly string[]>>>;
  /** True for a record that the format has no place for although it carries others of its kind. */
  leavesOut?(record: CanonicalRecord, school: SyntheticSchool): boolean;
  /** True for a record that comes out although the school has none, since the format must say something: no SEN. */
  adds?(record: CanonicalRecord): boolean;
}

/** Text in pieces as UTF-8. */
export async function* encodeUtf8(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) yield Buffer.from(piece, 'utf8');
}
