import { Interruption } from './errors.js';
import { ExitCode } from './exit-codes.js';
import type { Io } from './io.js';
import { run } from './run.js';

/** Runs the command in this process: its arguments, its streams, its signals; then ends it. */
export async function main(): Promise<void> {
  const stopping = new AbortController();
  const stopWith = (code: ExitCode) => (): void => {
    // Whoever asks twice doesn't want to wait. The database survives that, too.
    if (stopping.signal.aborted) process.exit(code);
    stopping.abort(new Interruption(code));
  };
  process.on('SIGINT', stopWith(ExitCode.interrupted));
  process.on('SIGTERM', stopWith(ExitCode.terminated));
  // `run` hears of errors while it runs; one that comes later must not end in a stack trace.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const io: Io = {
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    signal: stopping.signal,
  };
  const code = await run(process.argv.slice(2), io);
  // An input that was not read to its end would keep the process alive.
  process.exit(code);
}
