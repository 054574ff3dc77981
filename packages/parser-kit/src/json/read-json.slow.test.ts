import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openSource } from '../source-open.js';
import { readJsonRecords, type ReadJsonOptions } from './read-json.js';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

const MB = 1024 * 1024;
const records: ReadJsonOptions['records'] = (path) => path.length === 2 && path[0] === 'data';

async function* repeated(start: string, part: string, bytes: number, end: string, count = { given: 0 }) {
  yield Buffer.from(start);
  const block = Buffer.from(part.repeat(Math.ceil((256 * 1024) / part.length)));
  for (; count.given < bytes; count.given += block.length) yield await Promise.resolve(block);
  yield Buffer.from(end);
}

describe('large JSON', () => {
  it('is read in memory that does not grow with it', async () => {
    const part = `{"id":"A1234","upn":"A856000000001","name":"O\\"Brien","address":{"lines":["1","2"]}},\n`;
    const source = await openSource(repeated('{"data":[', part, 200 * MB, '{}]}'));
    let count = 0;
    let next = 300_000;
    const held: number[] = [];
    for await (const batch of readJsonRecords(source, { records })) {
      count += batch.length;
      if (count < next) continue;
      next += 300_000;
      gc();
      held.push(process.memoryUsage().heapUsed);
    }
    expect(count).toBeGreaterThan(2_000_000);
    expect(held.length).toBeGreaterThan(5);
    expect(Math.max(...held) - held[0]!).toBeLessThan(6 * MB);
  });

  it.each([
    ['a string in a record', '{"data":["', 'x', 'json-record-too-large'],
    ['a string outside', '{"x":"', 'x', 'json-text-too-long'],
    ['a string of backslashes', '{"x":"', '\\', 'json-text-too-long'],
    ['a key', '{"', 'x', 'json-key-too-long'],
    ['a number', '[', '1', 'json-text-too-long'],
    ['arrays', '', '[', 'json-too-deep'],
    ['a record of empty arrays', '{"data":[[', '[],', 'json-record-too-large'],
  ])('fails soon, of 1 GB: %s', async (_, start, part, code) => {
    const count = { given: 0 };
    const source = await openSource(repeated(start, part, 1024 * MB, '', count));
    const started = performance.now();
    const reading = (async () => {
      for await (const batch of readJsonRecords(source, { records })) expect(batch.length).toBeGreaterThan(0);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'UnreadableInputError', code });
    expect(count.given).toBeLessThan(24 * MB);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
