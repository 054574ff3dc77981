import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from './context.js';
import { ExitCode } from './exit-codes.js';
import { createProgram } from './program.js';
import { Captured, fixture, fixtures, runCaptured } from './run-captured.test-support.js';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

/** Times differ from run to run. */
const timeless = (text: string): string => text.replace(/\d+\.\d\d s\b/g, 'N s').trimEnd();

describe('README', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-readme-'));
    await cp(join(fixtures, fixture), join(folder, fixture));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('shows what the commands print', async () => {
    const example = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const steps = example.split(/^\$ rollbook /m).slice(1);
    expect(steps.length).toBeGreaterThan(3);
    for (const step of steps) {
      const [command = '', ...expected] = step.split('\n');
      const { stdout } = await runCaptured(command.split(' '), { cwd: folder });
      expect(timeless(stdout), command).toBe(timeless(expected.join('\n')));
    }
  });

  it('has every command, option and exit code', () => {
    const io = {
      stdin: new PassThrough(),
      stdout: new Captured(),
      stderr: new Captured(),
      env: {},
      cwd: folder,
    };
    const program = createProgram(createContext(io), () => undefined);
    const names = program.commands.map((command) => command.name());
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(readme).toContain(`\`rollbook ${name}`);
    for (const command of program.commands) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`rollbook ${command.name()}`)) ?? '';
      for (const { long } of command.options) expect(row, command.name()).toContain(`\`${long ?? ''}`);
    }
    for (const code of Object.values(ExitCode)) expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
  });
});
