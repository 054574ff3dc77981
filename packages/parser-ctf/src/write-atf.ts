import type { CanonicalRecord } from '@rollbook/model';
import { atfEnvelope } from './envelope.js';
import { type WriteCtfHeader, type WriteCtfOptions, writeTransfer } from './write-ctf.js';

export interface WriteAtfOptions extends Omit<WriteCtfOptions, 'header' | 'root'> {
  /** The version is the round's series, such as `23.0`, and must be given. */
  readonly header: WriteCtfHeader & { readonly version: string };
}

/**
 * Writes an Admissions Transfer File as pieces of XML text, to be encoded in UTF-8: the pupils as in a CTF, each with the
 * reference of its application and what it was accepted as, and never with the order of preference. Attendance and results have
 * no place in it; of several applications of a pupil the first is written, and `onUnwritable` hears of the rest. `Gender` is
 * written unless `sexElement` says `Sex` (which of the two newer series have is unconfirmed).
 *
 * @throws TypeError, RangeError as `writeCtf` does.
 */
export function writeAtf(
  options: WriteAtfOptions,
  records: Iterable<CanonicalRecord> | AsyncIterable<CanonicalRecord>,
): AsyncGenerator<string, void, undefined> {
  return writeTransfer(atfEnvelope, { sexElement: 'Gender', ...options }, records);
}
