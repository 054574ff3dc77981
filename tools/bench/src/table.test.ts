import { expect, it } from 'vitest';
import { renderTable } from './table.js';

it('lines up words on the left and figures on the right', () => {
  expect(
    renderTable(
      ['what', 'MB/s', 's'],
      [
        ['parse', '123.4', '0.10'],
        ['fast-xml-parser', '9.0', '10.00'],
      ],
    ),
  ).toBe(
    [
      'what              MB/s      s',
      '---------------  -----  -----',
      'parse            123.4   0.10',
      'fast-xml-parser    9.0  10.00',
    ].join('\n'),
  );
});

it('leaves no white space at the ends of lines', () => {
  expect(renderTable(['a', 'b'], [['x', '']])).toBe('a  b\n-  -\nx');
});
