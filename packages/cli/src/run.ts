import { CommanderError } from 'commander';
import { createContext, debug, tellFailure, type Context } from './context.js';
import { failureOf, Interruption, OutputClosedError, UsageError } from './errors.js';
import { ExitCode } from './exit-codes.js';
import type { Io } from './io.js';
import { createProgram } from './program.js';

/**
 * Runs one command and resolves to its exit code; never rejects, and never ends the process.
 *
 * @param argv what was written behind `rollbook`
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const context = createContext(io);
  try {
    let code: ExitCode = ExitCode.clean;
    try {
      await createProgram(context, (finished) => (code = finished)).parseAsync(argv, { from: 'user' });
      await context.out.flush();
    } catch (error) {
      code = await conclude(context, error);
    }
    await context.err.flush().catch(() => undefined);
    return code;
  } finally {
    context.out.release();
    context.err.release();
  }
}

async function conclude(context: Context, error: unknown): Promise<ExitCode> {
  try {
    if (context.signal.aborted) {
      await context.err.write('rollbook: interrupted; nothing was half loaded.\n');
      const reason: unknown = context.signal.reason;
      return reason instanceof Interruption ? reason.exitCode : ExitCode.interrupted;
    }
    if (error instanceof CommanderError) {
      await context.out.flush();
      return error.exitCode === 0 ? ExitCode.clean : ExitCode.usage;
    }
    // The reader has what it wanted.
    if (error instanceof OutputClosedError) return ExitCode.clean;
    const failure = failureOf(error);
    debug(context, error);
    await tellFailure(context, 'rollbook', failure);
    if (error instanceof UsageError) await context.err.write(`See "rollbook --help".\n`);
    return failure.exitCode;
  } catch (another) {
    // Nobody is left to tell it to.
    return another instanceof OutputClosedError ? ExitCode.clean : ExitCode.failure;
  }
}
