import { UnreadableInputError } from '@rollbook/parser-kit';
import { LoaderError } from '@rollbook/loader';
import { describe, expect, it } from 'vitest';
import { failureOf, UsageError } from './errors.js';
import { ExitCode } from './exit-codes.js';

describe('failureOf', () => {
  it('takes over what an unreadable input says', () => {
    const error = new UnreadableInputError('xml-truncated', 'It ends.', {
      place: { line: 2 },
      help: 'Again.',
    });
    expect(failureOf(error)).toEqual({
      code: 'xml-truncated',
      message: 'It ends.',
      place: { line: 2 },
      help: 'Again.',
      exitCode: ExitCode.unreadable,
    });
  });

  it('tells a store that can not be used from one that failed', () => {
    expect(failureOf(new LoaderError('store-locked', 'x')).exitCode).toBe(ExitCode.usage);
    expect(failureOf(new LoaderError('store-failed', 'x')).exitCode).toBe(ExitCode.failure);
    expect(failureOf(new UsageError('x')).exitCode).toBe(ExitCode.usage);
  });

  it('does not repeat the message of an error that nobody foresaw, since it may quote a pupil', () => {
    const failure = failureOf(new TypeError('cannot read Testingham'));
    expect(failure.exitCode).toBe(ExitCode.failure);
    expect(JSON.stringify(failure)).not.toContain('Testingham');
    expect(failure.message).toContain('TypeError');
  });
});
