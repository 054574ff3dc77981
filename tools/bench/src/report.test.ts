import { expect, it } from 'vitest';
import { renderFile } from './report.js';
import { summarise } from './statistics.js';

it('shows each target with its ratios to the other readers', () => {
  const run = (seconds: number, records: number) =>
    summarise([{ seconds, records, issues: 0, bytes: 90_000_000, pupils: 20_000, peakBytes: 123_400_000 }]);
  const results = { parse: run(1.5, 334_435), 'fast-xml-parser': run(9, 0), sax: run(3, 0) };
  const text = renderFile({ pupils: 20_000, seed: 7, bytes: 90_000_000, results }, 1);
  const lines = text.split('\n');
  expect(lines[0]).toBe('CTF of 20,000 pupils, 90.0 MB, 334,435 records, seed 7; 1 run each');
  expect(lines.find((line) => line.startsWith('parse'))?.split(/\s+/)).toEqual([
    'parse',
    '60.0',
    '1.50',
    '1.50',
    '13,333',
    '222,957',
    '123',
    '6.00x',
    '2.00x',
  ]);
  expect(lines.find((line) => line.startsWith('fast-xml-parser'))).toContain('1.00x');
  expect(lines).toHaveLength(6);
});
