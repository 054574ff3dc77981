import type { Place } from '@rollbook/model';
import { UnreadableInputError } from '@rollbook/parser-kit';
import { IssueHistoryError } from '@rollbook/validate/reports';
import { ExitCode } from './exit-codes.js';

/** The command was given wrongly, or can't work as it was given. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Why a command was stopped from outside: the reason of its abort signal. */
export class Interruption extends Error {
  override readonly name = 'Interruption';

  constructor(readonly exitCode: ExitCode) {
    super('interrupted');
  }
}

/** Whoever read the output has gone, as `head` does when it has enough. */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError';
}

/** The output can't be written: a full disk, say. */
export class OutputFailedError extends Error {
  override readonly name = 'OutputFailedError';
}

/** An error as it is told to a person or in JSON. It holds no pupil's data. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly place: Place;
  /** What to do about it; empty where the message says it all. */
  readonly help: string;
  readonly exitCode: ExitCode;
}

/** What of a failure goes into `--json`. */
export type FailureJson = Omit<Failure, 'exitCode'>;

export function failureJson({ code, message, place, help }: Failure): FailureJson {
  return { code, message, place, help };
}

/** The loader is imported only by the commands that need it, so its errors are known by name. */
function isLoaderError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && error.name === 'LoaderError' && 'code' in error;
}

/** Codes of the loader that mean that another `--db` must be given, or be given later. */
const storeCodes: ReadonlySet<string> = new Set(['store-locked', 'not-a-store', 'schema-mismatch']);

/**
 * Of an error that nobody foresaw only the name is told, since its message may quote the data.
 */
export function failureOf(error: unknown): Failure {
  const none = { place: {}, help: '' };
  if (error instanceof UnreadableInputError) {
    const { code, message, place, help } = error;
    return { code, message, place, help, exitCode: ExitCode.unreadable };
  }
  if (error instanceof UsageError) {
    return { ...none, code: 'usage', message: error.message, exitCode: ExitCode.usage };
  }
  if (error instanceof OutputFailedError) {
    return { ...none, code: 'output-failed', message: error.message, exitCode: ExitCode.failure };
  }
  if (error instanceof IssueHistoryError) {
    const { code, message, help } = error;
    return { code, message, place: {}, help, exitCode: ExitCode.usage };
  }
  if (isLoaderError(error)) {
    const exitCode = storeCodes.has(error.code) ? ExitCode.usage : ExitCode.failure;
    return { ...none, code: error.code, message: error.message, exitCode };
  }
  const name = error instanceof Error ? error.name : typeof error;
  return {
    code: 'unexpected',
    message: `Something went wrong inside Rollbook (${name}).`,
    place: {},
    help: 'Please report it. ROLLBOOK_DEBUG=1 shows where it was; that may show data of pupils, too.',
    exitCode: ExitCode.failure,
  };
}

/** The code that Node gives a system error: `ENOENT` and the like. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
