import { describe, expect, it } from 'vitest';
import { openSource } from '../source-open.js';
import { readDelimited, type ReadDelimitedOptions } from './read-delimited.js';

async function read(content: string | Uint8Array, options?: ReadDelimitedOptions) {
  const source = await openSource(typeof content === 'string' ? Buffer.from(content) : content);
  const rows: (readonly string[])[] = [];
  const at: number[] = [];
  for await (const batch of readDelimited(source, options)) {
    rows.push(...batch.rows);
    at.push(...batch.at);
  }
  return { rows, at };
}

const table = 'UPN,Surname\r\nA856000000001,Zoë’s\r\n';
const expected = {
  rows: [
    ['UPN', 'Surname'],
    ['A856000000001', 'Zoë’s'],
  ],
  at: [1, 2],
};

describe('readDelimited', () => {
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${table}`)],
    ['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['UTF-16LE without', Buffer.from(table, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(table.replace('’', '\u0092'), 'latin1')],
  ])('reads %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(expected);
  });

  it.each([
    [';', 'Name;Mark\nSmith, J;1,5\nJones, K;2,5\n'],
    ['\t', 'Name\tRoad\nSmith, J\t12, High St\nJones\tx\n'],
    ['|', 'Name|Road\nSmith, J|12, High St\nJones|x\n'],
    [',', 'Name,"a;b;c;d"\nSmith,"a;b;c;d"\n'],
  ] as const)('finds the delimiter %j', async (delimiter, text) => {
    const found: string[] = [];
    const { rows } = await read(text, { onDelimiter: (each) => found.push(each) });
    expect(found).toEqual([delimiter]);
    expect(rows.every((row) => row.length === 2)).toBe(true);
  });

  it('honours and skips the line "sep=" of Excel, and counts it', async () => {
    const rows = [
      ['a,b', 'c'],
      ['1', '2'],
    ];
    expect(await read('sep=;\r\na,b;c\r\n1;2\r\n')).toEqual({ rows, at: [2, 3] });
    expect(await read('\ufeffSEP=;\na,b;c\n1;2\n')).toEqual({ rows, at: [2, 3] });
    // What the caller says goes before.
    expect(await read('sep=;\na,b;c\n', { delimiter: ',' })).toEqual({ rows: [['a', 'b;c']], at: [2] });
    // In quotes it is a cell.
    expect((await read('"sep=;"\na,b\n', { delimiter: ',' })).rows).toEqual([['sep=;'], ['a', 'b']]);
  });

  it('reads a list of one column, by a comma', async () => {
    expect((await read('UPN\nA856000000001\n')).rows).toEqual([['UPN'], ['A856000000001']]);
  });

  it.each([
    ['XML', '<?xml version="1.0"?><a>1,2</a>', 'csv-not-a-table'],
    ['JSON', '{"a": 1, "b": 2}', 'csv-not-a-table'],
    ['a JSON array', '[{"a": 1}]', 'csv-not-a-table'],
    ['a web page', '<!DOCTYPE html><html></html>', 'html-page'],
    ['nothing', '', 'empty-file'],
    ['white space', ' \r\n\r\n', 'empty-file'],
    ['a ZIP', 'PK\u0003\u0004aaaa', 'zip-file'],
    ['a quote never closed', 'a,b\n1,2\n3,"4\n5,6\n', 'csv-quote-open'],
  ])('refuses %s', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'UnreadableInputError', code });
  });

  it('gives the line of an error far into a large file', async () => {
    const text = `a,b,c\r\n${'1,"x\r\ny",3\r\n'.repeat(40_000)}4,"5,6\r\n7,8,9\r\n`;
    await expect(read(text)).rejects.toMatchObject({ code: 'csv-quote-open', place: { line: 80_002 } });
  });

  it('reads the same from pieces of 1 byte', async () => {
    const bytes = Buffer.from(table.repeat(50));
    async function* drops() {
      for (const byte of bytes) yield await Promise.resolve(Uint8Array.of(byte));
    }
    const rows: unknown[] = [];
    for await (const batch of readDelimited(await openSource(drops()))) rows.push(...batch.rows);
    expect(rows).toEqual((await read(bytes)).rows);
  });

  it('says how far it is, and stops when told to', async () => {
    const bytes = Buffer.from('a,b\n1,2\n'.repeat(200_000));
    const progress: number[] = [];
    const stop = new AbortController();
    const reading = read(bytes, {
      signal: stop.signal,
      onProgress: (count) => {
        progress.push(count);
        if (count > 400_000) stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(progress.at(-1)).toBeLessThan(600_000);
    await expect(read(bytes, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
