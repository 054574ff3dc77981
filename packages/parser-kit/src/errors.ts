import type { Place } from '@rollbook/model';

/**
 * The input can't be read: not of the format, damaged, cut short, or over a limit. Its message is safe to log
 * (it holds no data of the file). `place` says how far reading came.
 */
export class UnreadableInputError extends Error {
  override readonly name = 'UnreadableInputError';
  readonly code: string;
  readonly place: Place;
  readonly help: string;

  constructor(code: string, message: string, details: { place?: Place; help: string; cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.place = details.place ?? {};
    this.help = details.help;
  }
}

/** For an error that may come from another copy of this package (its CommonJS form beside its ES form). */
export function isUnreadableInputError(error: unknown): error is UnreadableInputError {
  return (
    error instanceof Error && error.name === 'UnreadableInputError' && 'code' in error && 'help' in error
  );
}
