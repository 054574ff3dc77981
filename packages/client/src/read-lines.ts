import { RollbookClientError } from './client-error.js';

/**
 * The objects of an NDJSON body as they come.
 *
 * @throws RollbookClientError `broken-off` when the body ends early: then what was yielded is not all.
 */
export async function* readLines<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T, void, undefined> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((): never => {
        throw new RollbookClientError(0, 'broken-off', 'The answer of the service broke off.');
      });
      if (done) break;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line) as T;
    }
    ended = true;
    if (rest !== '') throw new RollbookClientError(0, 'broken-off', 'The answer of the service broke off.');
  } finally {
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}
