import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The command as it is published. */
export const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** These tests need `npm run build`; in CI a missing build fails them instead. */
export const isUnbuilt = !existsSync(bin) && !process.env.CI;

/** Prints the peak of resident memory when the process ends. */
const reportMemory = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + ' kB\\n'))`;

export function spawnBuilt(
  argv: readonly string[],
  { cwd, memory = false }: { cwd: string; memory?: boolean },
): ChildProcessWithoutNullStreams {
  const before = memory ? ['--import', `data:text/javascript,${encodeURIComponent(reportMemory)}`] : [];
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- vitest's own settings are left out
  const { NODE_OPTIONS, FORCE_COLOR, ...env } = process.env;
  return spawn(process.execPath, [...before, bin, ...argv], { cwd, env });
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a child wrote, and how it ended. */
export function untilEnded(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A child that needs no more of its input closes it.
    child.stdin.on('error', () => undefined);
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

export function runBuilt(argv: readonly string[], cwd: string, stdin?: Uint8Array): Promise<Ended> {
  const child = spawnBuilt(argv, { cwd });
  const ended = untilEnded(child);
  child.stdin.end(stdin);
  return ended;
}
