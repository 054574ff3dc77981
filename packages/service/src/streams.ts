import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

export const NDJSON = 'application/x-ndjson';

/** How a route says that it answers with one JSON object a line. */
export function ndjsonOf(name: string): {
  description: string;
  content: Record<string, { schema: z.ZodType }>;
} {
  const description = `One ${name} a line, as JSON.`;
  return { description, content: { [NDJSON]: { schema: z.string().describe(description) } } };
}

const PIECE = 65_536;

async function* lines(items: AsyncIterable<unknown>): AsyncGenerator<string, void, undefined> {
  let text = '';
  for await (const item of items) {
    text += `${JSON.stringify(item)}\n`;
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/**
 * Sends items as they come, in as much memory as a piece takes. An error before the first piece is answered as any other; one
 * further on breaks the connection, so that nobody takes half for the whole.
 */
export async function sendLines(reply: FastifyReply, items: AsyncIterable<unknown>): Promise<FastifyReply> {
  const stream = Readable.from(lines(items), { objectMode: false, highWaterMark: PIECE });
  // `readable` comes with the first piece and at the end of nothing; `once` rejects on an error.
  await once(stream, 'readable');
  return reply.type(NDJSON).send(stream);
}
