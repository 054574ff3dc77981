import { describe, expect, it } from 'vitest';
import { fileBytes } from './cells.js';
import { csvFile } from './csv-file.js';

const rows = function* () {
  yield ['Łukasz', 'O’Brien, "Bob"', undefined];
  yield ['', '=1', 'x'];
};

describe('csvFile', () => {
  it('writes title rows, header and rows, the same at each call', async () => {
    const file = csvFile('Pupils.csv', ['a', 'b', 'c'], rows, { titleRows: [['Example School']] });
    const text = 'Example School\r\na,b,c\r\nŁukasz,"O’Brien, ""Bob""",\r\n,=1,x\r\n';
    expect(file.name).toBe('Pupils.csv');
    expect((await fileBytes(file)).toString('utf8')).toBe(text);
    expect((await fileBytes(file)).toString('utf8')).toBe(text);
  });

  it('takes what a supplier has of its own: delimiter, line ends, quotes, encoding', async () => {
    const file = csvFile('a.txt', undefined, () => [['ł', 'b']], {
      delimiter: '\t',
      newline: '\n',
      quoteAll: true,
      encoding: 'utf-16le',
      bom: true,
    });
    const bytes = await fileBytes(file);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(bytes.toString('utf16le')).toBe('\ufeff"ł"\t"b"\n');
  });

  it('asks for rows only as the file is read', async () => {
    let made = 0;
    const endless = function* () {
      for (;;) yield [String(++made)];
    };
    for await (const chunk of csvFile('a.csv', ['n'], endless).content()) {
      expect(chunk.length).toBeGreaterThan(1_000);
      break;
    }
    expect(made).toBeLessThan(100_000);
  });
});
