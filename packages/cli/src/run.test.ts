import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Interruption } from './errors.js';
import { ExitCode } from './exit-codes.js';
import { Captured, fixture, fixtures, runCaptured } from './run-captured.test-support.js';
import { run } from './run.js';

describe('help and version', () => {
  it('prints the version', async () => {
    const { code, stdout, stderr } = await runCaptured(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
    expect(stderr).toBe('');
  });

  it('prints help with examples and exit codes', async () => {
    const { code, stdout, stderr } = await runCaptured(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('rollbook load');
    expect(stdout).toContain('Exit codes:');
    expect(stderr).toBe('');
  });

  it.each(['detect', 'parse', 'map', 'validate', 'load', 'ledger', 'quarantine'])(
    'has help for %s',
    async (command) => {
      const { code, stdout } = await runCaptured([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: rollbook ${command}`);
    },
  );
});

describe('wrong usage', () => {
  it.each([
    ['no command', [], 'Usage: rollbook'],
    ['an unknown command', ['lode', 'x.xml'], "unknown command 'lode'"],
    ['an unknown option', ['load', 'x.xml', '--fast'], "unknown option '--fast'"],
    ['no FILE', ['load'], "missing required argument 'file'"],
    ['two FILEs where one is taken', ['parse', 'a.xml', 'b.xml'], 'too many arguments'],
    [
      'an unknown format',
      ['parse', 'x.xml', '--format', 'simms'],
      'Known formats: ctf, atf, school-census, sims',
    ],
    ['a school that is none', ['validate', 'x.xml', '--school', '999'], 'seven digits'],
    ['an encoding that is none', ['load', 'x.xml', '--encoding', 'ebcdic'], 'Known encodings: utf-8'],
    ['a mapping that is not there', ['parse', 'x.csv', '--mapping', 'no.yaml'], 'ENOENT'],
    ['a day that is none', ['validate', 'x.xml', '--as-of', '2026-02-30'], 'YYYY-MM-DD'],
    ['a number that is none', ['validate', 'x.xml', '--max-issues', '-1'], 'whole number'],
    ['another database', ['load', 'x.xml', '--db', 'mysql://localhost/x'], 'pglite:DIR'],
    ['a database without a folder', ['load', 'x.xml', '--db', 'pglite:'], 'pglite:DIR'],
    ['a store that is not there', ['ledger', '--db', 'pglite:./nowhere'], 'There is no store'],
    ['standard input twice', ['detect', '-', '-'], 'more than once'],
  ])('exits with 2 for %s, and says where help is', async (_name, argv, message) => {
    const { code, stdout, stderr } = await runCaptured(argv);
    expect(code).toBe(ExitCode.usage);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/--help/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('output', () => {
  it('has no colours in a pipe, and colours on a terminal unless NO_COLOR says no', async () => {
    const argv = ['detect', fixture];
    const escape = '\u001b[';
    expect((await runCaptured(argv)).stdout).not.toContain(escape);
    expect((await runCaptured(argv, { terminal: true })).stdout).toContain(escape);
    const env = { NO_COLOR: '1' };
    expect((await runCaptured(argv, { terminal: true, env })).stdout).not.toContain(escape);
  });

  it('ends silently when the reader has gone', async () => {
    class Gone extends Captured {
      override _write(_chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      }
    }
    const stderr = new Captured();
    const io = { stdin: new PassThrough(), stdout: new Gone(), stderr, env: {}, cwd: fixtures };
    expect(await run(['parse', fixture], io)).toBe(ExitCode.clean);
    expect(stderr.text).toBe('');
  });

  it('exits with 70 when the output can not be written', async () => {
    class Full extends Captured {
      override _write(_chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
        done(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }));
      }
    }
    const stderr = new Captured();
    const io = { stdin: new PassThrough(), stdout: new Full(), stderr, env: {}, cwd: fixtures };
    expect(await run(['parse', fixture], io)).toBe(ExitCode.failure);
    expect(stderr.text).toContain('ENOSPC');
  });
});

describe('a file name that would steer the terminal', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-cli-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is shown without its control characters', async () => {
    const name = 'a\u001b[2Jb.xml';
    await writeFile(join(folder, name), 'prose\n');
    const { code, stderr } = await runCaptured(['detect', name], { cwd: folder });
    expect(code).toBe(ExitCode.unreadable);
    expect(stderr).toContain('a\ufffd[2Jb.xml');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('interruption', () => {
  it.each([ExitCode.interrupted, ExitCode.terminated])('ends a wait for input, with %i', async (exitCode) => {
    const stopping = new AbortController();
    const stdin = new PassThrough();
    stdin.write('<CTfile><Header>');
    const running = runCaptured(['parse', '-', '--format', 'ctf'], { stdin, signal: stopping.signal });
    setTimeout(() => stopping.abort(new Interruption(exitCode)), 50);
    const { code, stdout, stderr } = await running;
    expect(code).toBe(exitCode);
    expect(stdout).toBe('');
    expect(stderr).toContain('interrupted');
  });
});
