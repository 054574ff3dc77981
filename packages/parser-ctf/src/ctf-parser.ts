import type { ParseOptions, Parser } from '@rollbook/parser-kit';
import type { CtfHeader } from './ctf-header.js';
import { ctfEnvelope } from './envelope.js';
import { createTransferParser } from './transfer-parser.js';

export interface CtfParseOptions extends ParseOptions {
  /** LAESTAB that the records belong to, whatever the header says. */
  readonly school?: string;
  /** Called once with the header, before any pupil. */
  readonly onHeader?: (header: CtfHeader) => void;
}

/**
 * Reads the DfE's Common Transfer File, versions 11 to 26, in one pass with bounded memory.
 *
 * Yields the source school, then each pupil with contacts, registrations, FSM, SEN, looked-after, attendance and
 * results. What canonical records have no field for is in `extensions` under the file's own names; values that were
 * converted or could not be read are in `sent`. A record whose key can't be read becomes an `unreadable` record with
 * an error issue. Field by field: docs/formats/ctf.md.
 *
 * @throws UnreadableInputError when the file is no CTF, or is damaged or cut short
 */
export const ctfParser: Parser<CtfParseOptions> = createTransferParser(ctfEnvelope);
