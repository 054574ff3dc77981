import { PassThrough, Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Io } from './io.js';
import { run } from './run.js';

export const fixtures = fileURLToPath(new URL('./__fixtures__/', import.meta.url));
/** Three synthetic pupils; the second one's UPN has the wrong check letter. */
export const fixture = '9994999_CTF_999LLLL_001.xml';
/** The day of the fixture's export. */
export const asOf = ['--as-of', '2026-01-15'];
/** What must never be on standard error: names, UPNs and birth dates of the fixture. */
export const canaries = ['Sampleton', 'Testingham', 'Mockford', '499921', '2014-11-20', '2015-03-02'];

/** Keeps what is written to it. */
export class Captured extends Writable {
  text = '';
  readonly isTTY: boolean;

  constructor(isTTY = false) {
    super({ highWaterMark: 1024 });
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    // Later, so that writing has to wait, as it has for a slow reader.
    setImmediate(done);
  }
}

export interface CapturedRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSettings {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array | Readable;
  readonly env?: Io['env'];
  readonly terminal?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs the command in this process, in the folder of the fixtures unless told otherwise. */
export async function runCaptured(argv: readonly string[], settings: RunSettings = {}): Promise<CapturedRun> {
  const { cwd = fixtures, stdin = '', env = {}, terminal = false, signal } = settings;
  const stdout = new Captured(terminal);
  const stderr = new Captured(terminal);
  const code = await run(argv, {
    stdin: stdin instanceof Readable ? stdin : new PassThrough().end(stdin),
    stdout,
    stderr,
    env,
    cwd,
    ...(signal === undefined ? {} : { signal }),
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

export function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
