import {
  detectParser,
  openSource,
  readHead,
  readXmlRecords,
  UnreadableInputError,
  type DetectedParser,
  type Source,
} from '@rollbook/parser-kit';
import { parsers } from './parsers.js';

function hasCode(error: unknown, code: string): error is UnreadableInputError {
  return error instanceof UnreadableInputError && error.code === code;
}

/**
 * What format a source is in, by its head. A stream keeps its head for the parser.
 *
 * @throws UnreadableInputError when no parser knows it; for XML with a DOCTYPE, which no parser takes for its own,
 *   with the place of that
 */
export async function detectFormat(source: Source): Promise<DetectedParser> {
  const head = await readHead(source);
  try {
    return await detectParser(head, parsers);
  } catch (error) {
    if (hasCode(error, 'format-unknown')) await refuseDoctype(head.bytes);
    throw error;
  }
}

async function refuseDoctype(head: Uint8Array): Promise<void> {
  try {
    const records = readXmlRecords(await openSource(head), { records: () => false });
    const iterator = records[Symbol.asyncIterator]();
    while ((await iterator.next()).done !== true);
  } catch (error) {
    // Whatever else is wrong comes of the head's being a part, or of its being no XML.
    if (hasCode(error, 'xml-doctype')) throw error;
  }
}
