import { describe, expect, it } from 'vitest';
import { readCommandLine, UsageError } from './command-line.js';
import { targetIds } from './targets/index.js';

describe('readCommandLine', () => {
  it('measures everything at three sizes when nothing is said', () => {
    expect(readCommandLine([])).toEqual({
      pupils: [2_000, 20_000, 100_000],
      repeats: 3,
      only: targetIds,
      seed: 2026,
      json: undefined,
      wholeDocumentLimit: 20_000,
      help: false,
    });
  });

  it('takes what is said', () => {
    const args = [
      '--pupils',
      '10,20',
      '--repeats=5',
      '--only',
      'parse,sax',
      '--json',
      'out.json',
      '--seed',
      '0',
    ];
    expect(readCommandLine(args)).toMatchObject({
      pupils: [10, 20],
      repeats: 5,
      only: ['parse', 'sax'],
      seed: 0,
      json: 'out.json',
    });
    expect(readCommandLine(['-h'])).toMatchObject({ help: true });
  });

  it.each([
    ['--pupils', '0'],
    ['--pupils', '1e3'],
    ['--pupils', '10,'],
    ['--repeats', '0'],
    ['--repeats', '-1'],
    ['--only', 'everything'],
    ['--seed', 'x'],
    ['--nonsense', '1'],
    ['2000', ''],
  ])('refuses %s %s', (...args) => {
    expect(() => readCommandLine(args)).toThrow(UsageError);
  });
});
