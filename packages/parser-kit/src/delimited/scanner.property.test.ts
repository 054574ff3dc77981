import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLineEnds } from './scanner.js';
import { delimiters, type Delimiter } from './delimiter.js';
import { outcome, scanRows } from './scan-rows.test-support.js';
import { createDelimitedWriter } from './write.js';

const pieces = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });
const delimiter = fc.constantFrom(...delimiters);
const newline = fc.constantFrom('\r\n' as const, '\n' as const, '\r' as const);
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab ,;|\t"\r\n=é’\u{1F600}'), maxLength: 25 }),
  fc.constantFrom('', '""', '"', '\r\n', 'sep=;', '\ufeffx', 'Saint Margaret’s Road', "'", '\u000b'),
);
const rows = fc.array(
  fc.array(cell, { minLength: 1, maxLength: 8 }).filter((row) => row.some((each) => each.trim() !== '')),
  { maxLength: 12 },
);

describe('the delimited scanner', () => {
  it('reads what the writer wrote, with the line of each row, cut anywhere', () => {
    fc.assert(
      fc.property(
        rows,
        delimiter,
        newline,
        fc.boolean(),
        pieces,
        (rows, delimiter, newline, quoteAll, pieces) => {
          const write = createDelimitedWriter({ delimiter, newline, quoteAll });
          let text = '';
          const at: number[] = [];
          for (const row of rows) {
            at.push(countLineEnds(text) + 1);
            text += write(row);
          }
          expect(scanRows(text, { delimiter, pieces })).toEqual({ rows, at });
          const unended = text.slice(0, text.length - (rows.length > 0 ? newline.length : 0));
          expect(scanRows(unended, { delimiter, pieces })).toEqual({ rows, at });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('reads what csv-parse reads, of text that RFC 4180 allows', () => {
    fc.assert(
      fc.property(rows, delimiter, pieces, (rows, delimiter, pieces) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const plain = /^[^",;|\t\r\n\ufeff]*$/;
        const text = rows
          .map((row) => row.map((each, i) => (plain.test(each) && i % 2 === 0 ? each : quoted(each))))
          .map((row) => row.join(delimiter))
          .join('\n');
        const theirs = parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n' });
        expect(scanRows(text, { delimiter, pieces }).rows).toEqual(theirs);
      }),
      { numRuns: 600 },
    );
  });

  it('gives the same rows or the same error wherever hostile text is cut, and no other error', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        ...'a ,"\r\n"\n,"',
        '\u0000',
        '\u001a',
        '""',
        '","',
        '\r\n',
        '"\r',
        'é',
        '\u{1F600}',
      ),
      maxLength: 60,
    });
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 9 }), (text, pieces) => {
        const whole = outcome(text);
        if (typeof whole === 'string') refused++;
        else accepted++;
        expect(outcome(text, { pieces })).toEqual(whole);
      }),
      { numRuns: 4000 },
    );
    expect(accepted).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(300);
  });

  it('loses no character of unquoted text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab ;\n\r,é'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.constantFrom<Delimiter>(',', ';'), pieces, (text, delimiter, pieces) => {
        const lines = text.split(/\r\n|\r|\n/);
        const expected = lines
          .map((line, i) => ({ row: line.split(delimiter), line: i + 1 }))
          .filter(({ row }) => row.some((each) => each.trim() !== ''));
        expect(scanRows(text, { delimiter, pieces })).toEqual({
          rows: expected.map(({ row }) => row),
          at: expected.map(({ line }) => line),
        });
      }),
      { numRuns: 1000 },
    );
  });
});
