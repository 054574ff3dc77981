import { expect } from 'vitest';
import { makeHead } from '../detect.js';
import type { ParseOptions } from '../parser.js';
import { openSource } from '../source-open.js';
import { forEachSample, type CheckContext, type ParserCheck } from './check.js';
import { notText, otherText } from './hostile.js';
import { parseAll } from './parse.js';
import { ChunkStream, sourceKinds } from './sample.js';

const headLength = 65_536;

/** Detection, sources of every kind, progress, abort, and letting go of the source. */
export function readingChecks<O extends ParseOptions>(context: CheckContext<O>): ParserCheck[] {
  const { parser, suite, options } = context;
  return [
    {
      name: 'has an id, a supplier and a title',
      run: async () => {
        expect(parser.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        expect(parser.supplier).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        expect(parser.title.trim()).not.toBe('');
        await Promise.resolve();
      },
    },
    forEachSample(context, 'detects its own samples, whatever their name', async ({ bytes, name }) => {
      for (const given of [name, 'upload.tmp', undefined]) {
        const detection = parser.detect(makeHead(bytes.subarray(0, headLength), given));
        expect(detection, `named ${given}`).toBeDefined();
        expect(detection!.confidence).toBeGreaterThanOrEqual(0.5);
        expect(detection!.confidence).toBeLessThanOrEqual(1);
        expect(detection!.reason.trim()).not.toBe('');
      }
      await Promise.resolve();
    }),
    {
      name: 'leaves the heads of other formats alone',
      run: async () => {
        const own = (await context.samples())[0]!.name;
        const foreign = (suite.foreign ?? []).map(({ name, bytes }) => [name, bytes] as const);
        for (const [name, bytes] of [...Object.entries(notText), ...foreign]) {
          expect(parser.detect(makeHead(bytes.subarray(0, headLength), own)), name).toBeUndefined();
        }
        for (const [name, bytes] of Object.entries(otherText)) {
          expect(parser.detect(makeHead(bytes))?.confidence ?? 0, name).toBeLessThan(0.5);
        }
      },
    },
    forEachSample(context, 'detects without throwing on any beginning of a file', async ({ bytes, name }) => {
      const head = bytes.subarray(0, headLength);
      for (let length = 0; length < head.length; length += 1 + (length >> 4)) {
        parser.detect(makeHead(head.subarray(0, length), name));
      }
      await Promise.resolve();
    }),
    forEachSample(
      context,
      'reads the same from every kind of source',
      async ({ bytes, name, minimumRecords }) => {
        const expected = await parseAll(parser, bytes, options, name);
        expect(expected.records.length, 'records').toBeGreaterThanOrEqual(minimumRecords);
        for (const [kind, open] of Object.entries(sourceKinds)) {
          await open(bytes, name, async (source) => {
            const found = await parseAll(parser, source, options);
            expect(found.items, kind).toEqual(expected.items);
          });
        }
      },
    ),
    forEachSample(context, 'reads the same after its head was looked at', async ({ bytes, name }) => {
      const expected = await parseAll(parser, bytes, options, name);
      const source = await openSource(new ChunkStream(bytes, 500), { name });
      await source.head(600);
      expect((await parseAll(parser, source, options)).items).toEqual(expected.items);
    }),
    forEachSample(context, 'reads the same a second time', async ({ bytes, name }) => {
      const first = await parseAll(parser, bytes, options, name);
      expect(await parseAll(parser, bytes, options, name)).toEqual(first);
    }),
    forEachSample(context, 'tells its progress up to the last byte', async ({ bytes, name }) => {
      const told: number[] = [];
      await parseAll(parser, bytes, { ...options, onProgress: (read: number) => void told.push(read) }, name);
      expect(told, 'in order').toEqual(told.toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(bytes.length);
    }),
    forEachSample(context, 'stops when aborted, before and during reading', async ({ bytes, name }) => {
      const reason = new Error('stop');
      await expect(
        parseAll(parser, bytes, { ...options, signal: AbortSignal.abort(reason) }, name),
        'aborted before',
      ).rejects.toBe(reason);
      const controller = new AbortController();
      const chunks = new ChunkStream(bytes, Math.ceil(bytes.length / 4), (reads) => {
        if (reads === 3) controller.abort(reason);
      });
      const source = await openSource(chunks, { name });
      await expect(
        parseAll(parser, source, { ...options, signal: controller.signal }),
        'aborted during',
      ).rejects.toBe(reason);
      expect(chunks.closed, 'source let go of').toBe(true);
    }),
    forEachSample(context, 'lets go of the source when the consumer stops early', async ({ bytes, name }) => {
      const chunks = new ChunkStream(bytes, 300);
      for await (const batch of parser.parse(await openSource(chunks, { name }), {
        ...options,
        batchSize: 1,
      })) {
        expect(batch.length).toBeGreaterThan(0);
        break;
      }
      expect(chunks.closed).toBe(true);
    }),
  ];
}
