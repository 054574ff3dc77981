import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffDelimited } from './sniff.js';

const pupils = Array.from({ length: 40 }, (_, i) => [
  `A8560000000${i + 10}`,
  `Smith ${i}`,
  'Jo',
  '01/09/2012',
  'F',
]);
const of = (delimiter: string) =>
  [['UPN', 'Surname', 'Forename', 'DOB', 'Sex'], ...pupils].map((row) => row.join(delimiter)).join('\r\n');

describe('sniffDelimited', () => {
  it.each([',', ';', '\t', '|'])('finds a table with %j', (delimiter) => {
    const found = sniffDelimited(of(delimiter));
    expect(found).toMatchObject({ delimiter });
    expect(found?.rows).toHaveLength(41);
    expect(found?.rows[1]).toEqual(pupils[0]);
    expect(found?.at.slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('takes titles above the headings', () => {
    const found = sniffDelimited(`Pupil list, summer\r\n\r\nHigh School\r\n${of(',')}`);
    expect(found?.rows.slice(0, 2)).toEqual([['Pupil list', ' summer'], ['High School']]);
    expect(found?.at.slice(0, 3)).toEqual([1, 3, 4]);
  });

  it('takes headings without pupils, with or without a line end', () => {
    expect(sniffDelimited('UPN,Surname,Forename\r\n')?.rows).toEqual([['UPN', 'Surname', 'Forename']]);
    expect(sniffDelimited('UPN;Surname;Forename')?.delimiter).toBe(';');
  });

  it('takes rows that leave out empty cells at their end', () => {
    const text = 'UPN,Surname,Forename\nA1,Smith,Jo\nA2,Jones\nA3,Brown,Al\nA4,White,Di\n';
    expect(sniffDelimited(text)?.rows).toHaveLength(5);
  });

  it('leaves out the row that the head cuts', () => {
    const text = of(',').repeat(20).slice(0, 20_000);
    const found = sniffDelimited(text, { delimiter: ',' });
    expect(found?.rows.length).toBeLessThanOrEqual(200);
    expect(sniffDelimited('a,b\n1,2\n3,4', { whole: false })?.rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(sniffDelimited('a,b\n1,2\n3,4', { whole: true })?.rows).toHaveLength(3);
    expect(sniffDelimited('a,b\n1,2\n3,"4 and', { whole: false })?.rows).toHaveLength(2);
  });

  it('goes by "sep=", and by what it is told', () => {
    expect(sniffDelimited('sep=;\na,b;c,d\n1,2;3,4\n')).toEqual({
      delimiter: ';',
      rows: [
        ['a,b', 'c,d'],
        ['1,2', '3,4'],
      ],
      at: [2, 3],
    });
    expect(sniffDelimited('a,b;c\n1,2;3\n', { delimiter: ',' })?.rows[0]).toEqual(['a', 'b;c']);
    expect(sniffDelimited('a,b\n1,2\n', { delimiter: ';' })).toBeUndefined();
  });

  it('takes headings in square brackets', () => {
    expect(sniffDelimited('[ID],[Name],[DOB]\n1,Smith,2012\n')?.delimiter).toBe(',');
  });

  it.each([
    ['XML', '<?xml version="1.0"?>\n<a b="1,2">\n<c>1,2</c>\n</a>'],
    ['XML without a declaration', '\ufeff <SuperStarReport>a,b\nc,d</SuperStarReport>'],
    ['HTML', '<!DOCTYPE html><p>a,b</p>'],
    ['JSON', '{"a": 1, "b": 2,\n"c": 3, "d": 4}'],
    ['a JSON array', '[\n {"a": 1, "b": 2},\n {"a": 1, "b": 2}]'],
    ['a JSON array of numbers', '[1,2,3]'],
    ['newline-delimited JSON', '{"a":1,"b":2}\n{"a":1,"b":2}\n'],
    ['nothing', ''],
    ['one word', 'hello'],
    ['a list', 'UPN\nA856000000001\nA856000000002\n'],
    ['a list of names', 'Smith, John\nJones, Kate\nBrown, Al\n'],
    [
      'a letter',
      'Dear Sir,\n\nplease find attached, as agreed, the export of our pupils.\n\nYours faithfully,\n\nA. Smith\n',
    ],
    ['a sentence', 'The export failed, and nobody knows why.'],
    ['binary', 'a,b\u0000\u0001,c\nd,e,f\n'],
  ])('says no to %s', (_, text) => {
    expect(sniffDelimited(text)).toBeUndefined();
  });

  it('throws for no text, and is soon done', () => {
    const unit = fc.constantFrom(...'ab ,;|\t"\r\n{}[]<>:=', '\u0000', 'é');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 200 }),
        fc.option(fc.boolean(), { nil: undefined }),
        (text, whole) => {
          const found = sniffDelimited(text, { whole });
          if (found !== undefined) expect(found.rows.length).toBe(found.at.length);
        },
      ),
      { numRuns: 1000 },
    );
    const started = performance.now();
    for (const text of [',', '"', '\n', ';\n', '",', '\t|', '[', '{ '])
      sniffDelimited(text.repeat(65_536 / text.length));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
