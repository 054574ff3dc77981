import type { Severity } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ShownIssue } from '../report.js';
import { type KeptIssue, KeptIssues } from './kept-issues.js';
import { severities } from './severities.js';

function kept(severity: Severity, code: string, file = 0): KeptIssue {
  const shown: ShownIssue = {
    file: null,
    severity,
    code,
    message: code,
    school: null,
    yearGroup: null,
    date: null,
    kind: null,
    field: null,
    status: null,
    place: {},
    help: '',
  };
  return { file, shown };
}

it('keeps the worst, and those of one severity as they came', () => {
  const issues = new KeptIssues(3);
  for (const [severity, code] of [
    ['info', 'a'],
    ['query', 'b'],
    ['info', 'c'],
    ['error', 'd'],
    ['query', 'e'],
    ['info', 'f'],
  ] as const)
    issues.add(kept(severity, code));
  expect(issues.list().map(({ shown }) => shown.code)).toEqual(['d', 'b', 'e']);
});

it('is what sorting all by severity and cutting would give', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...severities)), fc.nat(12), (all, limit) => {
      const issues = new KeptIssues(limit);
      all.forEach((severity, index) => issues.add(kept(severity, String(index))));
      const sorted = all
        .map((severity, index) => ({ severity, code: String(index) }))
        .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
      expect(issues.list().map(({ shown }) => shown.code)).toEqual(
        sorted.slice(0, limit).map(({ code }) => code),
      );
    }),
  );
});

it('lets go of a file, and has room again', () => {
  const issues = new KeptIssues(2);
  issues.add(kept('error', 'a', 0));
  issues.add(kept('error', 'b', 1));
  issues.drop(1);
  issues.add(kept('info', 'c', 2));
  expect(issues.list().map(({ shown }) => shown.code)).toEqual(['a', 'c']);
});

it('takes whole numbers as a limit', () => {
  expect(() => new KeptIssues(-1)).toThrow(RangeError);
  expect(() => new KeptIssues(1.5)).toThrow(RangeError);
  expect(() => new KeptIssues(0)).not.toThrow();
});
