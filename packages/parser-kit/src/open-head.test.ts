import { describe, expect, it } from 'vitest';
import { headText, letGo, openHead } from './open-head.js';
import { openSource } from './source-open.js';

function streamOf(text: string): { stream: AsyncIterable<Uint8Array>; closed: () => boolean } {
  let closed = false;
  async function* stream(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) yield await Promise.resolve(Buffer.from(text));
    } finally {
      closed = true;
    }
  }
  return { stream: stream(), closed: () => closed };
}

describe('the head of a stream', () => {
  it('is given, and the stream goes on', async () => {
    const { stream, closed } = streamOf('UPN,Surname\n');
    const source = await openSource(stream);
    expect(Buffer.from(await openHead(source, undefined)).toString()).toMatch(/^UPN,Surname/);
    expect(await headText(source, undefined)).toMatch(/^UPN,Surname/);
    expect(closed()).toBe(false);
    await letGo(source);
    expect(closed()).toBe(true);
  });

  it('closes the stream that it refuses', async () => {
    const { stream, closed } = streamOf('%PDF-1.7\n');
    await expect(openHead(await openSource(stream), undefined)).rejects.toMatchObject({ code: 'pdf-file' });
    expect(closed()).toBe(true);
  });

  it('closes the stream when stopped meanwhile', async () => {
    for (const read of [openHead, headText]) {
      const controller = new AbortController();
      const { stream, closed } = streamOf('UPN,Surname\n');
      const head = read(await openSource(stream), controller.signal);
      controller.abort(new Error('stop'));
      await expect(head).rejects.toThrow('stop');
      expect(closed()).toBe(true);
    }
  });
});
