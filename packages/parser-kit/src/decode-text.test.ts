import { describe, expect, it } from 'vitest';
import { decodeText, type DecodeTextOptions } from './decode-text.js';
import type { DetectedEncoding } from './encoding.js';
import { openSource } from './source-open.js';
import { ChunkStream } from './testing/sample.js';

async function decode(bytes: Uint8Array, options: DecodeTextOptions = {}, chunk = 20_000) {
  const detected: DetectedEncoding[] = [];
  const pieces: string[] = [];
  const source = await openSource(new ChunkStream(bytes, chunk));
  for await (const piece of decodeText(source, { onEncoding: (each) => detected.push(each), ...options })) {
    pieces.push(piece);
  }
  return { text: pieces.join(''), pieces, encodings: detected.map(({ encoding }) => encoding) };
}

const ascii = 'UPN,Surname\r\n'.repeat(4_000);

describe('decodeText', () => {
  it('takes plain ASCII for UTF-8', async () => {
    expect(await decode(Buffer.from(ascii))).toMatchObject({ text: ascii, encodings: ['utf-8'] });
  });

  it.each([
    ['UTF-8', Buffer.from(`${ascii}Zoë “Oak”\n`), 'utf-8'],
    [
      'Windows-1252',
      Buffer.concat([Buffer.from(`${ascii}Zo`), Buffer.from('eb20934f616b940a', 'hex')]),
      'windows-1252',
    ],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${ascii}Zoë “Oak”\n`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${ascii}Zoë “Oak”\n`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without', Buffer.from(`${ascii}Zoë “Oak”\n`, 'utf16le').swap16(), 'utf-16be'],
  ] as const)('reads %s, decided once', async (_, bytes, encoding) => {
    for (const chunk of [20_000, 17, 300_000]) {
      const { text, encodings } = await decode(bytes, {}, chunk);
      expect(text).toBe(`${ascii}Zoë “Oak”\n`);
      expect(encodings).toEqual([encoding]);
    }
  });

  it('holds pieces to a length that V8 makes quickly', async () => {
    const { pieces } = await decode(Buffer.from(ascii.repeat(4)), {}, 300_000);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(48 * 1024);
  });

  it('says on which line bytes stand that do not fit what came before', async () => {
    const bytes = Buffer.concat([Buffer.from(`é\n${ascii}\nZo`), Buffer.from([0xeb, 0x0a])]);
    await expect(decode(bytes)).rejects.toMatchObject({ code: 'encoding-mismatch', place: { line: 4_003 } });
  });

  it('takes the encoding that the caller gives', async () => {
    const { text, encodings } = await decode(Buffer.from('Zoë'), { encoding: 'windows-1252' });
    expect(text).toBe('ZoÃ«');
    expect(encodings).toEqual(['windows-1252']);
    await expect(decode(Buffer.from([0x61, 0xeb, 0x61]), { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'encoding-mismatch',
    });
  });

  it('decides by what follows, when the first byte beyond ASCII is at the end of a chunk', async () => {
    for (const chunk of [1, 20_000, 300_000]) {
      const start = 'x'.repeat(19_999);
      expect((await decode(Buffer.from(`${start}é`), {}, chunk)).text).toBe(`${start}é`);
      const windows = Buffer.from(`${start}\xe9`, 'latin1');
      expect(await decode(windows, {}, chunk)).toMatchObject({
        text: `${start}é`,
        encodings: ['windows-1252'],
      });
      expect((await decode(Buffer.concat([windows, Buffer.from('x')]), {}, chunk)).text).toBe(`${start}éx`);
    }
  });

  it('marks a character that the end of the file cuts', async () => {
    expect((await decode(Buffer.from('é€').subarray(0, 4))).text).toBe('é\ufffd');
  });

  it('tells progress and stops when aborted', async () => {
    const told: number[] = [];
    await decode(Buffer.from(ascii), { onProgress: (read) => told.push(read) });
    expect(told.at(-1)).toBe(ascii.length);
    const controller = new AbortController();
    const stopped = decode(Buffer.from(ascii), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('stop')),
    });
    await expect(stopped).rejects.toThrow('stop');
  });

  it('gives nothing for an empty file', async () => {
    expect(await decode(Buffer.alloc(0))).toMatchObject({ text: '', encodings: ['utf-8'] });
  });
});
