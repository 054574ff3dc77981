import { describe, expect, it } from 'vitest';
import { openSource } from '../source-open.js';
import { ChunkStream } from '../testing/sample.js';
import { billionLaughs } from '../testing/hostile.js';
import { readXmlRecords, type ReadXmlOptions } from './read-records.js';

const MB = 1024 * 1024;

/** `start`, then `part` over and over until `bytes` are out, then `end`; counts what was asked for. */
class Generated implements AsyncIterable<Uint8Array> {
  given = 0;
  constructor(
    readonly start: string,
    readonly part: string,
    readonly bytes: number,
    readonly end: string,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const block = Buffer.from(this.part.repeat(Math.ceil((256 * 1024) / this.part.length)));
    yield Buffer.from(this.start);
    while (this.given < this.bytes) {
      this.given += block.length;
      yield await Promise.resolve(block);
    }
    yield Buffer.from(this.end);
  }
}

async function measure(input: AsyncIterable<Uint8Array>, options: Partial<ReadXmlOptions> = {}) {
  const before = process.memoryUsage();
  let peak = 0;
  let records = 0;
  let failure: unknown;
  let calls = 0;
  const onProgress = () => {
    // Asking takes longer than reading a piece.
    if (calls++ % 16 > 0) return;
    const { heapUsed, external } = process.memoryUsage();
    peak = Math.max(peak, heapUsed + external - before.heapUsed - before.external);
  };
  const started = performance.now();
  try {
    const source = await openSource(input);
    for await (const batch of readXmlRecords(source, { records: ['F/P'], onProgress, ...options })) {
      records += batch.length;
    }
  } catch (error) {
    failure = error;
  }
  return { records, failure, peak, seconds: (performance.now() - started) / 1000 };
}

const GB = 1024 * MB;

describe('files that are too large on purpose', () => {
  it.each([
    ['one text of 1 GB in a record', '<F><P><N>', 'x', '</N></P></F>', 'xml-text-too-long', '/F/P[1]'],
    ['one text of 1 GB beside the records', '<F><Q>', 'x', '</Q></F>', 'xml-text-too-long', '/F/Q'],
    ['one CDATA section of 1 GB', '<F><P><![CDATA[', 'x', ']]></P></F>', 'xml-text-too-long', '/F/P[1]'],
    ['one comment of 1 GB', '<F><!--', 'x', '--></F>', 'xml-markup-too-long', '/F'],
    ['one attribute of 1 GB', '<F><P a="', 'x', '"/></F>', 'xml-markup-too-long', '/F'],
    ['one name of 1 GB', '<F><P><', 'x', '/></P></F>', 'xml-markup-too-long', '/F/P[1]'],
    ['one tag of 1 GB', '<F><P', ' ', '/></F>', 'xml-markup-too-long', '/F'],
    [
      'one record of 1 GB with few elements',
      '<F><P>',
      `<N>${'x'.repeat(5000)}</N>\n`,
      '</P></F>',
      'xml-record-too-large',
      '/F/P[1]',
    ],
    ['one record of 1 GB of elements', '<F><P>', '<N/>', '</P></F>', 'xml-record-too-large', '/F/P[1]'],
    ['elements that never end', '', '<N>', '', 'xml-too-deep', undefined],
    ['white space before the root', '', ' ', '<F/>', 'empty-file', undefined],
  ])('%s: fails soon, in little memory', async (_, start, part, end, code, path) => {
    const input = new Generated(start, part, GB, end);
    const { failure, peak, seconds } = await measure(input);
    expect(failure).toMatchObject({ name: 'UnreadableInputError', code });
    if (path !== undefined)
      expect(failure).toMatchObject({ place: { path, line: expect.any(Number) as number } });
    expect(input.given).toBeLessThan(24 * MB);
    expect(peak).toBeLessThan(150 * MB);
    expect(seconds).toBeLessThan(20);
  });

  it('a billion laughs: nothing is expanded', async () => {
    const input = new ChunkStream(Buffer.from(`<?xml version="1.0"?>${billionLaughs}<F><P>&j;</P></F>`), 100);
    const { failure, peak } = await measure(input);
    expect(failure).toMatchObject({ code: 'xml-doctype', place: { line: 1, column: 22 } });
    expect(peak).toBeLessThan(10 * MB);
  });

  it('500 MB of ordinary records: read to the end in little memory', async () => {
    const part = `<P><UPN>A856000000001</UPN><Surname>O&apos;Brien</Surname>${'<N>Saint Margaret’s Road</N>\n'.repeat(20)}</P>\n`;
    const inBlock = Math.ceil((256 * 1024) / part.length);
    const blocks = Math.ceil((500 * MB) / (Buffer.byteLength(part) * inBlock));
    const { failure, records, peak } = await measure(new Generated('<F>', part, 500 * MB, '</F>'));
    expect(failure).toBeUndefined();
    expect(records).toBe(blocks * inBlock);
    expect(peak).toBeLessThan(150 * MB);
  });
});
