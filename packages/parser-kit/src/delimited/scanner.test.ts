import { describe, expect, it } from 'vitest';
import type { RowBatch } from '../table/row-batch.js';
import { DelimitedScanner } from './scanner.js';
import { outcome, scanRows } from './scan-rows.test-support.js';

const everyCut = [undefined, 1, 2, 3, 5, 7];

describe('rows of delimited text', () => {
  it.each([
    [
      'LF',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    ['all three in one file', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']], [1, 2, 3, 4]],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a delimiter at the end',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
      [1, 2],
    ],
    ['empty cells', ',a,,b,\n', [['', 'a', '', 'b', '']], [1]],
    ['white space kept', ' a , b \n', [[' a ', ' b ']], [1]],
    [
      'quoted cells',
      '"a","b"\n"1","2"\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    ['quotes doubled', '"a ""b"" c",""""\n', [['a "b" c', '"']], [1]],
    ['an empty quoted cell', '"",x,""', [['', 'x', '']], [1]],
    ['delimiters in quotes', '"Smith, John",x\n', [['Smith, John', 'x']], [1]],
    [
      'line ends in quotes',
      '"a\nb\r\nc\rd",x\ny,z\n',
      [
        ['a\nb\r\nc\rd', 'x'],
        ['y', 'z'],
      ],
      [1, 5],
    ],
    ['quotes inside a cell', 'a "b" c,5"\n', [['a "b" c', '5"']], [1]],
    ['a quote behind a space', ' "a",b\n', [[' "a"', 'b']], [1]],
    ['text behind a closing quote', '"a"b,"c" ,"d"e"f"\n', [['ab', 'c ', 'de"f"']], [1]],
    [
      'rows of differing length',
      'a,b,c\n1\n1,2,3,4\n',
      [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']],
      [1, 2, 3],
    ],
    [
      'blank lines',
      '\n\na,b\n\r\n \t \n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [3, 6],
    ],
    [
      'rows of delimiters and white space',
      'a,b\n,,,\n , \n"",""\n\u00a0,\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 6],
    ],
    ['vertical tab and form feed', 'a\u000bb,c\u000c\n', [['a\u000bb', 'c\u000c']], [1]],
    [
      'Ctrl-Z at the end',
      'a,b\n1,2\n\u001a',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    ['cells beyond Latin-1', 'Zoë,’s,\u{1F600}\n', [['Zoë', '’s', '\u{1F600}']], [1]],
    ['nothing', '', [], []],
  ])('%s, cut anywhere', (_, text, rows, at) => {
    for (const pieces of everyCut) expect(scanRows(text, { pieces })).toEqual({ rows, at });
  });

  it.each([
    ['a quote never closed', 'a,b\n1,"x\n2,y\n', 'csv-quote-open 2'],
    ['a quote never closed, behind quoted line ends', '"a\n\nb",1\n"x""', 'csv-quote-open 4'],
    ['a quote as the last character', 'a,b\n1,"', 'csv-quote-open 2'],
    ['NUL', 'a,b\n1,x\u0000y\n', 'csv-character 2'],
    ['a control character in quotes', 'a,b\r\n"\r\n\u0007",y\n', 'csv-character 3'],
    ['Ctrl-Z before the end', 'a\n\u001ab', 'csv-character 2'],
  ])('refuses %s, with the line', (_, text, expected) => {
    for (const pieces of everyCut) expect(outcome(text, { pieces })).toBe(expected);
  });

  it.each([
    ['a long cell', 'a\n12345678901,b', 'csv-field-too-long 2'],
    ['a long cell at the end of a row', 'a\nb,12345678901\n', 'csv-field-too-long 2'],
    ['a long quoted cell', 'a\n"1234567890123456",b\n', 'csv-field-too-long 2'],
    ['many cells', 'a\n1,2,3,4,5,6\n', 'csv-too-many-cells 2'],
    ['many quoted cells', 'a\n"1","2","3","4","5","6"\n', 'csv-too-many-cells 2'],
    ['many quoted cells that never end', 'a\n"1","2","3","4","5","6",', 'csv-too-many-cells 2'],
  ])('refuses %s', (_, text, expected) => {
    expect(outcome(text, { pieces: 4, limits: { fieldLength: 10, cells: 5 } })).toBe(
      expected.replace(
        'csv-field-too-long 2',
        // In pieces the end of the quoted cell has not come when it is too long.
        text.includes('"1234567890123456"') ? 'csv-quote-open 2' : 'csv-field-too-long 2',
      ),
    );
    expect(outcome(text, { limits: { fieldLength: 10, cells: 5 } })).toBe(expected);
  });

  it('refuses a row that is too long, though its cells are not', () => {
    const text = `a\n${'"x\ny",'.repeat(20)}\n`;
    expect(outcome(text, { limits: { rowLength: 60 } })).toMatch(/^csv-row-too-long /);
    expect(outcome(text, { limits: { rowLength: 200 } })).toHaveProperty('at', [1, 2]);
  });

  it('says nothing of what the file holds', () => {
    try {
      scanRows('UPN\n"A856000000001');
      expect.unreachable();
    } catch (error) {
      expect((error as Error).message).toBe('Line 2: the quote that begins a cell there is never closed.');
    }
  });

  it('gives batches of 1,000 rows, and smaller ones of long rows', () => {
    const scanner = new DelimitedScanner({ delimiter: ',' });
    const out: RowBatch[] = [];
    scanner.write('a,b\n'.repeat(2500), out);
    expect(out.map(({ rows }) => rows.length)).toEqual([1000, 1000]);
    scanner.end(out);
    expect(out.map(({ rows }) => rows.length)).toEqual([1000, 1000, 500]);
    const long = new DelimitedScanner({ delimiter: ',' });
    out.length = 0;
    for (let i = 0; i < 50; i++) long.write(`${'x'.repeat(100_000)}\n`, out);
    expect(out.length).toBeGreaterThan(0);
  });

  it('reads other delimiters, and a comma as text then', () => {
    for (const delimiter of [';', '\t', '|'] as const) {
      expect(scanRows(`a${delimiter}b,c\n"1${delimiter}"${delimiter}2\n`, { delimiter }).rows).toEqual([
        ['a', 'b,c'],
        [`1${delimiter}`, '2'],
      ]);
    }
  });
});
