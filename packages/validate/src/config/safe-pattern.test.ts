import { describe, expect, it } from 'vitest';
import { LONGEST_TESTED, patternProblem } from './safe-pattern.js';

const SAFE = [
  '^[0-9]{1,2}[A-Z]$',
  '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
  '^(?:LE|DE|NG)[0-9]{1,2} ?[0-9][A-Z]{2}$',
  '^\\p{Lu}\\p{Ll}*$',
  '^(?<year>[0-9]{4})-\\k<year>$',
  '^(?!TEST)[A-Z]+$',
  '(?<=a)b(?<!c)[\\]*+]{2}',
  '^([0-9]{2}-)+$',
  '^(a?b){1,3}$',
  '^\\u{41}\\u0042[a-z]*$',
  '(|a)',
  '',
];
const UNSAFE = [
  '(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^([a-z]+ ?)*$',
  '(.*)*x',
  '^(?:a{0,9}){30}$',
  'a*a*a*b$',
  '^a*a*a*b$|c',
  '^a*a*a*a*b',
  '(x+x+)+y',
  '(?=(a+)+)b',
  'a{0,60}a{0,60}a{0,60}a{0,60}a{0,60}b',
  '^(?<n>\\w+)*$',
];

describe('patternProblem', () => {
  it.each(SAFE)('takes %s', (pattern) => expect(patternProblem(pattern)).toBeUndefined());
  it.each(UNSAFE)('refuses %s', (pattern) =>
    expect(patternProblem(pattern)).toMatch(/^The pattern could take/),
  );

  it('refuses what is no regular expression or too long', () => {
    expect(patternProblem('[a-')).toMatch(/^This is no regular expression \(.+\)\.$/);
    expect(patternProblem('a'.repeat(500))).toBeUndefined();
    expect(patternProblem('a'.repeat(501))).toBe('A pattern has at most 500 characters.');
  });

  it.each(['^a*a*a*b$', 'a*a*b', '^(a?b?){1,3}a*a*c'])(
    'takes %s, which is done soon on the longest text',
    (source) => {
      expect(patternProblem(source)).toBeUndefined();
      const started = performance.now();
      expect(new RegExp(source, 'u').test('a'.repeat(LONGEST_TESTED))).toBe(false);
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
});
