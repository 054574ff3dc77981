import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nxScript, runTool, workspaceRoot } from '../workspace.js';

/** What a copy of the workspace needs so that Nx, TypeScript, ESLint, Prettier and vitest take it for the real one. */
const copied = [
  'package.json',
  'package-lock.json',
  'nx.json',
  'README.md',
  'tsconfig.base.json',
  'tsconfig.build.json',
  'tsup.shared.ts',
  'vitest.config.ts',
  'vitest.workspace.ts',
  'vitest.shared.ts',
  'eslint.config.js',
  '.prettierrc.json',
  '.prettierignore',
  '.gitignore',
  'packages/model',
  'packages/parser-kit',
  'packages/parser-ctf',
  'tools/generators',
  'tools/scripts',
];

/** `node_modules` as npm would make it for the copy: the installed packages by link, and the copy's own. */
function linkModules(root: string): void {
  const installed = join(workspaceRoot, 'node_modules');
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@rollbook'), { recursive: true });
  for (const name of readdirSync(installed)) {
    // Caches of tools would be shared with runs in the real workspace.
    if (name === '@rollbook' || (name.startsWith('.') && name !== '.bin')) continue;
    symlinkSync(join(installed, name), join(modules, name));
  }
  for (const path of copied.filter((each) => /^packages\/|^tools\/generators$/.test(each))) {
    symlinkSync(join(root, path), join(modules, '@rollbook', basename(path)));
  }
}

describe('a generated package', () => {
  let root = '';

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'rollbook-generated-')));
    mkdirSync(join(root, 'packages'));
    for (const path of copied) {
      cpSync(join(workspaceRoot, path), join(root, path), {
        recursive: true,
        filter: (source) => !/[/\\](node_modules|dist|coverage)$/.test(source),
      });
    }
    linkModules(root);
    await runTool(
      nxScript(),
      [
        'generate',
        '@rollbook/generators:parser',
        'night-school',
        '--supplier=evening-soft',
        "--title=Evening's export",
        '--root=Export',
        '--record=Pupils/Pupil',
        '--no-interactive',
      ],
      root,
    );
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('type-checks', async () => {
    await runTool('typescript/bin/tsc', ['--noEmit', '-p', 'packages/parser-night-school'], root);
  });

  it('passes its tests, the contract among them', async () => {
    const output = await runTool('vitest/vitest.mjs', ['run', '--project', 'parser-night-school'], root);
    expect(output).toContain('night-school-parser');
  });

  it('passes the linter, package boundaries included', async () => {
    await runTool(nxScript(), ['show', 'projects'], root);
    const output = await runTool(
      'eslint/bin/eslint.js',
      ['--max-warnings=0', 'packages/parser-night-school'],
      root,
    );
    expect(output).not.toContain('The rule will be skipped');
  });

  it('is formatted, with all that came with it', async () => {
    const paths = ['packages/parser-night-school', 'docs/formats', '.changeset', 'README.md'];
    await runTool('prettier/bin/prettier.cjs', ['--check', ...paths], root);
  });

  it('is refused a second time', async () => {
    const again = ['night-school', '--supplier=x', '--title=x', '--root=X', '--record=Y', '--no-interactive'];
    await expect(
      runTool(nxScript(), ['generate', '@rollbook/generators:parser', ...again], root),
    ).rejects.toThrow('packages/parser-night-school exists already');
  });
});
