import { describe, expect, it } from 'vitest';
import { SeenNumbers, textNumber } from './seen-numbers.js';

describe('textNumber', () => {
  it('is one number for one text and, in 200,000 of them, another for each', () => {
    const numbers = new Set<number>();
    for (let i = 0; i < 200_000; i++) numbers.add(textNumber(`patel|child ${i}|2015-05-17`));
    expect(numbers.size).toBe(200_000);
    expect(textNumber('patel')).toBe(textNumber(['pa', 'tel'].join('')));
    for (const number of numbers) if (!Number.isSafeInteger(number)) throw new Error('not a safe integer');
  });
});

describe('SeenNumbers', () => {
  it('knows numbers of each school apart', () => {
    const seen = new SeenNumbers();
    expect([seen.again('8564001', 1), seen.again('8564002', 1), seen.again(undefined, 1)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([seen.again('8564001', 1), seen.again('8564001', 2), seen.again(undefined, 1)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
