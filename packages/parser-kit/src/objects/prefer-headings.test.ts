import { defineHeadings, resolveHeadings } from '../table/index.js';
import { expect, it } from 'vitest';
import { createFallback, evidenceOf, preferHeadings } from './prefer-headings.js';

const table = defineHeadings({
  sections: preferHeadings('enrolment.yearGroup', ['NC Year', 'Curriculum Year'], ['Year Group'], ['Year']),
});
const fields = (...headings: string[]) =>
  resolveHeadings(table, headings).columns.map((meaning) => meaning?.field);

it('reads the best column that is there and keeps the others', () => {
  expect(fields('Year', 'NC_YEAR', 'YearGroup')).toEqual([
    'extension.keep',
    'enrolment.yearGroup',
    'extension.keep',
  ]);
  expect(fields('Year', 'year group')).toEqual(['extension.keep', 'enrolment.yearGroup']);
  expect(fields('Year', 'Other')).toEqual(['enrolment.yearGroup', undefined]);
});

it('finds a heading as a whole line only, and fast', () => {
  const evidence = evidenceOf(['Year Group', 'A+B']);
  expect(evidence.test('UPN\n YEAR_GROUP \nx')).toBe(true);
  expect(evidence.test('a + b')).toBe(true);
  expect(evidence.test('Year Group Name')).toBe(false);
  expect(evidence.test('My Year Group')).toBe(false);
  const started = performance.now();
  expect(evidence.test('\n'.repeat(200_000) + '-'.repeat(200_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});

it('fills an empty cell from the next best column', () => {
  const headings = ['Year', 'NC Year', 'Year Group'];
  const { columns } = resolveHeadings(table, headings);
  const start = {
    headings,
    columns,
    titles: [],
    options: {},
    placeOf: () => ({}),
    once: () => true,
    tell: () => undefined,
  };
  const fallback = createFallback(start, [
    ['enrolment.yearGroup', ['NC Year', 'Curriculum Year'], ['Year Group'], ['Year']],
  ])!;
  const after = (...row: string[]) => {
    fallback(row);
    return row;
  };
  expect(after('1', '2', '3')).toEqual(['1', '2', '3']);
  expect(after('1', '', '3')).toEqual(['1', '3', '3']);
  expect(after('1', '', ' ')).toEqual(['1', '1', ' ']);
  expect(
    createFallback({ ...start, headings: ['NC Year'], columns: columns.slice(1, 2) }, []),
  ).toBeUndefined();
});
