import { describe, expect, it } from 'vitest';
import { createDelimitedWriter, writeDelimited, type WriteDelimitedOptions } from './write.js';

const line = (row: readonly (string | undefined)[], options?: WriteDelimitedOptions) =>
  createDelimitedWriter({ newline: '\n', ...options })(row);

describe('the delimited writer', () => {
  it('quotes where it must', () => {
    expect(line(['a', 'b c', undefined, ''])).toBe('a,b c,,\n');
    expect(line(['a,b', 'c"d', 'e\nf', 'g\rh', ' i', 'j '])).toBe('"a,b","c""d","e\nf","g\rh"," i","j "\n');
    expect(line(['a,b', 'c;d'], { delimiter: ';' })).toBe('a,b;"c;d"\n');
    expect(line(['a,b', 'c|d', 'e'], { delimiter: '|' })).toBe('a,b|"c|d"|e\n');
    expect(line(['a', ''], { quoteAll: true })).toBe('"a",""\n');
    expect(line(['sep=;', '\ufeffa'])).toBe('"sep=;","\ufeffa"\n');
    expect(createDelimitedWriter()(['a'])).toBe('a\r\n');
  });

  it.each([
    '=1+1',
    '+cmd|x',
    '-A1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '=HYPERLINK("x")',
    '-2+3+cmd|x',
    '+44x',
  ])('puts an apostrophe before %j', (cell) => {
    expect(line([cell], { escapeFormulas: true }).replace(/^"/, '')).toMatch(/^'/);
    expect(line([cell]).replace(/^"/, '')).not.toMatch(/^'/);
  });

  it.each([
    '-5',
    '+1.5',
    '-0,5',
    '+44 116 496 0123',
    '+44 (0)116 496-0123',
    '-',
    '---',
    'a=1',
    '2012-09-01',
    '/\\',
  ])('leaves %j as it is', (cell) => {
    expect(line([cell], { escapeFormulas: true, delimiter: ';' })).toBe(`${cell}\n`);
  });

  it('gives pieces of about 64 KB, a byte order mark first', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`A${i}`, 'Smith']);
    const pieces: string[] = [];
    for await (const piece of writeDelimited(rows, { bom: true })) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.slice(0, -1).every(({ length }) => length >= 65_536 && length < 66_000)).toBe(true);
    expect(pieces.join('')).toBe(`\ufeff${rows.map((row) => `${row.join(',')}\r\n`).join('')}`);
    const none: string[] = [];
    for await (const piece of writeDelimited([])) none.push(piece);
    expect(none).toEqual([]);
  });
});
