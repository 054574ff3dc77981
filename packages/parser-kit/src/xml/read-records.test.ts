import { describe, expect, it } from 'vitest';
import type { DetectedEncoding } from '../encoding.js';
import { openSource, type SourceInput } from '../source-open.js';
import { notText } from '../testing/hostile.js';
import { ChunkStream } from '../testing/sample.js';
import type { XmlRecord, XmlRoot } from './element.js';
import { readXmlRecords, type ReadXmlOptions } from './read-records.js';

async function read(input: SourceInput, options: Partial<ReadXmlOptions> = {}): Promise<XmlRecord[]> {
  const records: XmlRecord[] = [];
  for await (const batch of readXmlRecords(await openSource(input), { records: ['F/P'], ...options })) {
    expect(batch.length).toBeGreaterThan(0);
    records.push(...batch);
  }
  return records;
}

const people = (count: number) =>
  Array.from({ length: count }, (_, i) => `<P n="${i}"><Name>Zoë “${i}” \u{1F600}</Name></P>\r\n`).join('');
const file = (count: number) => `<?xml version="1.0" encoding="UTF-8"?>\r\n<F v='25'>${people(count)}</F>`;

describe('readXmlRecords', () => {
  it('reads the same however the bytes are cut', { timeout: 30_000 }, async () => {
    const bytes = Buffer.from(file(3000));
    const expected = await read(bytes);
    expect(expected).toHaveLength(3000);
    expect(expected[2999]).toMatchObject({
      path: '/F/P[3000]',
      element: { attributes: { n: '2999' }, line: 3001, column: 1 },
    });
    expect(expected[7]!.element.children[0]!.text).toBe('Zoë “7” \u{1F600}');
    for (const length of [1, 7, 4096, 100_000]) {
      expect(await read(new ChunkStream(bytes, length))).toEqual(expected);
    }
  });

  it('gives a record that only the end of the file completes', async () => {
    const text = 'x'.repeat(200_000);
    const records = await read(Buffer.from(`<F><P/><P>${text}</P></F>`));
    expect(records.map(({ element }) => element.text.length)).toEqual([0, 200_000]);
  });

  it('takes a function for records, and tells root and encoding first', async () => {
    const roots: XmlRoot[] = [];
    const encodings: DetectedEncoding[] = [];
    const records = await read(Buffer.from(file(2)), {
      records: (names) => names.length === 3 && names.join('/') === 'F/P/Name',
      onRoot: (root) => roots.push(root),
      onEncoding: (each) => encodings.push(each),
    });
    expect(records.map(({ path }) => path)).toEqual(['/F/P/Name[1]', '/F/P[2]/Name[1]']);
    expect(roots).toMatchObject([
      { name: 'F', prefix: undefined, attributes: { v: '25' }, line: 2, column: 1 },
    ]);
    expect(encodings).toEqual([{ encoding: 'utf-8', bom: 0, by: 'declaration', declared: 'utf-8' }]);
  });

  it('stops with what onRoot throws', async () => {
    const onRoot = () => {
      throw new Error('another root was expected');
    };
    await expect(read(Buffer.from(file(1)), { onRoot })).rejects.toThrow('another root');
  });

  it.each(Object.keys(notText))('refuses a file that is: %s', async (name) => {
    await expect(read(notText[name]!)).rejects.toMatchObject({
      name: 'UnreadableInputError',
      code: expect.stringMatching(/-(file|page|zeros|of-zeros)$/),
    });
  });

  it('says where bytes stand that are not UTF-8, and reads them when told how', async () => {
    const bytes = Buffer.from(file(5000).replace('“4321”', '~4321~'));
    bytes[bytes.indexOf('~4321~')] = 0x93;
    const failure = read(bytes);
    await expect(failure).rejects.toMatchObject({
      code: 'encoding-mismatch',
      place: { line: 4323, column: 23 },
      message: 'Line 4323: the file is declared as UTF-8, but holds bytes that are not UTF-8.',
    });
    const records = await read(bytes, { encoding: 'windows-1252' });
    expect(records[4321]!.element.children[0]!.text).toContain('“4321~');
  });

  it('names an earlier fault before the encoding', async () => {
    const bytes = Buffer.from(file(10).replace('“3”', '& 3').replace('“8”', '~8'));
    bytes[bytes.indexOf('~8')] = 0x93;
    await expect(read(bytes)).rejects.toMatchObject({ code: 'xml-entity', place: { line: 5 } });
  });

  it('says that a file is cut short, inside a character too', async () => {
    const bytes = Buffer.from(file(10));
    for (let length = bytes.indexOf('<F'); length < bytes.length; length++) {
      await expect(read(bytes.subarray(0, length))).rejects.toMatchObject({
        code: expect.stringMatching(/^xml-(truncated|no-root)$/),
      });
    }
  });

  it('keeps to limits that the caller sets', async () => {
    await expect(read(Buffer.from(file(3)), { limits: { textLength: 3 } })).rejects.toMatchObject({
      code: 'xml-text-too-long',
      place: { line: 2, path: '/F/P[1]' },
    });
  });

  it('stops when aborted', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(read(Buffer.from(file(1)), { signal })).rejects.toThrow('stop');
    const controller = new AbortController();
    const chunks = new ChunkStream(Buffer.from(file(5000)), 20_000);
    const reading = read(chunks, {
      signal: controller.signal,
      onProgress: (bytes) => {
        if (bytes > 50_000) controller.abort(new Error('later'));
      },
    });
    await expect(reading).rejects.toThrow('later');
    expect(chunks.closed).toBe(true);
    expect(chunks.reads).toBeLessThan(8);
  });

  it('lets go of the source when it is left early, and when the file is damaged', async () => {
    for (const text of [file(5000), file(5000).replace('"40"', '"<"')]) {
      const chunks = new ChunkStream(Buffer.from(text), 20_000);
      try {
        for await (const batch of readXmlRecords(await openSource(chunks), { records: ['F/P'] })) {
          expect(batch.length).toBeGreaterThan(0);
          break;
        }
      } catch {
        // It is damaged; what counts is what became of the source.
      }
      expect(chunks.closed).toBe(true);
      expect(chunks.reads).toBeLessThan(8);
    }
  });
});
