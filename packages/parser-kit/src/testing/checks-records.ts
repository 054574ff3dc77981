import { expect } from 'vitest';
import { isRecord, type Item } from '../item.js';
import type { ParseOptions } from '../parser.js';
import { openSource } from '../source-open.js';
import { forEachSample, type CheckContext, type ParserCheck } from './check.js';
import { expectValid, parseAll, pupilOf } from './parse.js';
import { ChunkStream } from './sample.js';

/** Records, issues, keys, batches and provenance. */
export function recordChecks<O extends ParseOptions>(context: CheckContext<O>): ParserCheck[] {
  const { parser, suite, options } = context;
  return [
    forEachSample(context, 'gives records and issues that pass their schemas', async ({ bytes, name }) => {
      const { items } = await parseAll(parser, bytes, options, name);
      items.forEach(expectValid);
    }),
    forEachSample(context, 'gives items that survive JSON', async ({ bytes, name }) => {
      const { items } = await parseAll(parser, bytes, options, name);
      expect(JSON.parse(JSON.stringify(items))).toEqual(items);
    }),
    forEachSample(
      context,
      'gives each key once for a kind, or an issue about it',
      async ({ bytes, name }) => {
        const { records, issues } = await parseAll(parser, bytes, options, name);
        const reported = new Set(issues.map(({ record }) => `${record?.kind} ${record?.key}`));
        const seen = new Set<string>(suite.repeatedKeys);
        const repeated: string[] = [];
        for (const record of records) {
          const key = `${record.kind} ${record.key}`;
          if (seen.has(key) && !reported.has(key) && suite.repeatedKeys?.includes(key) !== true)
            repeated.push(key);
          seen.add(key);
        }
        expect(repeated).toEqual([]);
      },
    ),
    forEachSample(context, 'ties records of a pupil to a pupil of the file', async ({ bytes, name }) => {
      const { records } = await parseAll(parser, bytes, options, name);
      const pupils = new Set(records.filter(({ kind }) => kind === 'pupil').map(({ key }) => key));
      const adrift = records.filter(
        (record) =>
          record.kind !== 'unreadable' &&
          'pupilKey' in record &&
          pupils.size > 0 &&
          !pupils.has(record.pupilKey),
      );
      expect(adrift.map(({ kind }) => kind)).toEqual([]);
    }),
    forEachSample(context, 'refers in issues only to records that it gives', async ({ bytes, name }) => {
      const { records, issues } = await parseAll(parser, bytes, options, name);
      const known = new Set(records.map(({ kind, key }) => `${kind} ${key}`));
      const adrift = issues.filter(
        ({ record }) => record !== undefined && !known.has(`${record.kind} ${record.key}`),
      );
      expect(adrift.map(({ code }) => code)).toEqual([]);
    }),
    forEachSample(context, 'keeps a pupil together, pupil record first', async ({ bytes, name }) => {
      for (const batchSize of [1, 7, 500]) {
        const { batches, items } = await parseAll(parser, bytes, { ...options, batchSize }, name);
        for (const batch of batches) expect(batch.length, 'an empty batch').toBeGreaterThan(0);
        for (let i = 1; i < batches.length; i++) {
          const before = pupilOf(batches[i - 1]!.at(-1)!);
          const after = pupilOf(batches[i]![0]!);
          expect(before === undefined || before !== after, `batch ${i} goes on with a pupil`).toBe(true);
        }
        const groups = groupsOf(items);
        for (const group of groups) {
          const first = group.find((item) => isRecord(item));
          if (first !== undefined && group.some((item) => isRecord(item) && item.kind === 'pupil')) {
            expect(isRecord(first) && first.kind, 'first record of a pupil').toBe('pupil');
          }
        }
        const largest = Math.max(0, ...groups.map((group) => group.length));
        for (const batch of batches) {
          expect(batch.length, 'size of a batch').toBeLessThan(batchSize + largest + fileItems(items));
        }
        const fewest = Math.ceil(items.length / (batchSize + largest));
        expect(batches.length, 'number of batches').toBeGreaterThanOrEqual(
          Math.min(fewest, batches.length + 1) - 1,
        );
        expect(batches.length, 'number of batches').toBeLessThanOrEqual(
          items.length / batchSize + 2 + fileItems(items),
        );
      }
    }),
    forEachSample(context, 'says where each record comes from', async ({ bytes, name, sha256 }) => {
      const lines = bytes.reduce((count, byte) => (byte === 0x0a || byte === 0x0d ? count + 1 : count), 1);
      for (const input of [
        await openSource(bytes, { name: `some/folder/${name}` }),
        await openSource(new ChunkStream(bytes, 900), { name }),
      ]) {
        const { records } = await parseAll(parser, input, options);
        const file = records[0]?.provenance.file;
        for (const { provenance } of records) {
          expect(provenance.file === file, 'one object for the file').toBe(true);
          const { line, row, path } = provenance.place;
          expect(line ?? row ?? path, 'a place').toBeDefined();
          expect(line ?? 1).toBeLessThanOrEqual(lines);
        }
        if (file === undefined) continue;
        expect(file).toMatchObject({ name, sha256, size: bytes.length, format: parser.id });
        expect(file.supplier).not.toBe('');
      }
    }),
    forEachSample(
      context,
      'knows the digest from the start when the source does',
      async ({ bytes, name, sha256 }) => {
        const source = await openSource(bytes, { name });
        await source.digest();
        for await (const batch of parser.parse(source, { ...options, batchSize: 1 })) {
          const record = batch.find(isRecord);
          if (record === undefined) continue;
          expect(record.provenance.file.sha256).toBe(sha256);
          break;
        }
      },
    ),
  ];
}

/** Runs of items about one pupil. */
function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let current: string | undefined;
  for (const item of items) {
    const pupil = pupilOf(item);
    if (pupil === undefined) continue;
    if (pupil === current) groups.at(-1)!.push(item);
    else groups.push([item]);
    current = pupil;
  }
  return groups;
}

/** Items about no pupil may come in batches of their own. */
function fileItems(items: readonly Item[]): number {
  return items.filter((item) => pupilOf(item) === undefined).length;
}
