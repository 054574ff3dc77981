import { describe, expect, it } from 'vitest';
import { openSource } from '../source-open.js';
import type { JsonRecord } from './json-value.js';
import { readJsonRecords, type ReadJsonOptions } from './read-json.js';

const records: ReadJsonOptions['records'] = (path) => path.length === 2 && path[0] === 'data';

async function read(content: string | Uint8Array, options: Partial<ReadJsonOptions> = {}) {
  const source = await openSource(typeof content === 'string' ? Buffer.from(content) : content);
  const all: JsonRecord[] = [];
  for await (const batch of readJsonRecords(source, { records, ...options })) all.push(...batch);
  return all;
}

describe('readJsonRecords', () => {
  const text = '{"data":[{"name":"Zoë’s"}]}';

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows-1252', Buffer.from(text.replace('’', '\u0092'), 'latin1')],
  ])('reads %s', async (_, bytes) => {
    expect((await read(bytes)).map(({ value }) => value)).toEqual([{ name: 'Zoë’s' }]);
  });

  it('reads a large file, in passing', async () => {
    const items = Array.from({ length: 30_000 }, (_, id) => ({
      id,
      name: `Smith "${id}"`,
      more: [{ a: {} }],
    }));
    const found = await read(JSON.stringify({ data: items }, null, 1));
    expect(found.map(({ value }) => value)).toEqual(items);
    expect(found.at(-1)).toMatchObject({ path: '/data/29999', line: 3 + 29_999 * 9, column: 3 });
    let batches = 0;
    for await (const batch of readJsonRecords(
      await openSource(Buffer.from(JSON.stringify({ data: items }))),
      { records },
    )) {
      expect(batch.length).toBeLessThan(3000);
      batches++;
    }
    expect(batches).toBeGreaterThan(10);
  });

  it('reads a record longer than many pieces', async () => {
    const long = { text: 'x\\"é'.repeat(300_000), list: Array.from({ length: 50_000 }, (_, i) => i) };
    expect((await read(JSON.stringify({ data: [long, 1] }))).map(({ value }) => value)).toEqual([long, 1]);
  });

  it.each([
    ['nothing', '', 'empty-file'],
    ['a web page', '<html><body>Sign in</body></html>', 'html-page'],
    ['XML', '<?xml version="1.0"?><a/>', 'json-malformed'],
    ['a file that breaks off', '{"data":[{"a":1},{"a"', 'json-truncated'],
  ])('refuses %s', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ name: 'UnreadableInputError', code });
  });

  it('says how far it is, and stops when told to', async () => {
    const bytes = Buffer.from(`{"data":[${'{"a":1},'.repeat(200_000)}1]}`);
    const stop = new AbortController();
    let last = 0;
    const onProgress = (count: number) => {
      last = count;
      if (count > 400_000) stop.abort();
    };
    await expect(read(bytes, { signal: stop.signal, onProgress })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(last).toBeLessThan(600_000);
  });
});
