import type { Issue, Severity } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { IssueTally, shareOut } from './issue-tally.js';

function issue(code: string, severity: Severity, line: number): Issue {
  return { code, severity, message: `${code} is wrong`, place: { line }, help: `Mend ${code}.` };
}

function tallyOf(keep: number): IssueTally {
  const tally = new IssueTally(keep);
  for (let line = 1; line <= 5; line++) tally.add(issue('often', 'query', line));
  tally.add(issue('seldom', 'error', 6));
  tally.add(issue('told', 'info', 7));
  return tally;
}

describe('IssueTally', () => {
  it('counts all, keeps the first of each code, and puts the worst first', () => {
    const groups = tallyOf(2).groups();
    expect(
      groups.map(({ code, count, first }) => [code, count, first.map(({ place }) => place.line)]),
    ).toEqual([
      ['seldom', 1, [6]],
      ['often', 5, [1, 2]],
      ['told', 1, [7]],
    ]);
    expect(groups[0]?.help).toBe('Mend seldom.');
    expect(tallyOf(0).counts()).toEqual({ error: 1, query: 5, info: 1 });
  });
});

describe('shareOut', () => {
  it.each([
    [0, [0, 0, 0]],
    [1, [1, 0, 0]],
    [3, [1, 1, 1]],
    [5, [1, 3, 1]],
    [100, [1, 5, 1]],
  ])('gives %i places away in turn', (most, expected) => {
    expect(shareOut(tallyOf(100).groups(), most).map(({ first }) => first.length)).toEqual(expected);
  });
});
