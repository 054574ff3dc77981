import type { Parser } from '@rollbook/parser-kit';
import type { CtfParseOptions } from './ctf-parser.js';
import { atfEnvelope } from './envelope.js';
import { createTransferParser } from './transfer-parser.js';

/** With the header as that of a CTF. */
export type AtfParseOptions = CtfParseOptions;

/**
 * Reads the DfE's Admissions Transfer File, by which an authority sends a school the children it will get. Pupils as in a CTF,
 * and of each an `admission-application` with its reference, which is the key where there is no UPN. The records belong to the
 * school that the file is for. Field by field: docs/formats/one-admissions.md.
 *
 * @throws UnreadableInputError when the file is no ATF, or is damaged or cut short
 */
export const atfParser: Parser<AtfParseOptions> = createTransferParser(atfEnvelope);
