import { decodeHead, foreignInput, refuseForeign } from './foreign-input.js';
import type { Source } from './source.js';

/**
 * Looks at the head before reading: refuses what is no text, as `refuseForeign` does, and lets go of a stream that is
 * not read further, also when the signal stops it meanwhile.
 */
export async function openHead(source: Source, signal: AbortSignal | undefined): Promise<Uint8Array> {
  signal?.throwIfAborted();
  try {
    const head = await source.head();
    signal?.throwIfAborted();
    refuseForeign(head);
    return head;
  } catch (error) {
    await letGo(source);
    throw error;
  }
}

/** Text of the head; empty when it is no text. Lets go of the source when the signal stops it meanwhile. */
export async function headText(source: Source, signal: AbortSignal | undefined): Promise<string> {
  signal?.throwIfAborted();
  try {
    const head = await source.head();
    signal?.throwIfAborted();
    return foreignInput(head) === undefined ? decodeHead(head) : '';
  } catch (error) {
    await letGo(source);
    throw error;
  }
}

/** Closes a stream of which only the head was read: only one that has been begun is closed by its reader. */
export async function letGo(source: Source): Promise<void> {
  if (source.repeatable) return;
  try {
    for await (const chunk of source.stream()) if (chunk.length >= 0) break;
  } catch {
    // What made it fail is thrown already
  }
}
