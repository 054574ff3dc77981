import { describe, expect, it } from 'vitest';
import { ExitCode, worstOf } from './exit-codes.js';

describe('worstOf', () => {
  it('puts a file that was not read above one with errors', () => {
    const { clean, dataErrors, unreadable, failure } = ExitCode;
    expect(worstOf([])).toBe(clean);
    expect(worstOf([clean, clean])).toBe(clean);
    expect(worstOf([clean, dataErrors])).toBe(dataErrors);
    expect(worstOf([unreadable, dataErrors, clean])).toBe(unreadable);
    expect(worstOf([failure, unreadable])).toBe(failure);
  });
});
