import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { nxScript, runTool, workspaceRoot } from '../workspace.js';

const RULE = '@nx/enforce-module-boundaries';

/**
 * Lints a text by the workspace's own configuration as if it were that file. Type-aware linting is off, since it
 * knows only files that exist and isn't what is tested here.
 */
async function boundaryErrors(filePath: string, text: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: workspaceRoot,
    overrideConfig: [tseslint.configs.disableTypeChecked],
    ruleFilter: ({ ruleId }) => ruleId === RULE,
  });
  const [result] = await eslint.lintText(text, { filePath: workspaceRoot + filePath });
  const fatal = result?.messages.filter((message) => message.fatal === true);
  expect(fatal, 'parse errors').toEqual([]);
  return (result?.messages ?? [])
    .filter(({ ruleId, severity }) => ruleId === RULE && severity === 2)
    .map(({ message }) => message);
}

const importing = (name: string): string => `import * as it from '${name}';\nexport const used = it;\n`;

describe('package boundaries', () => {
  beforeAll(async () => {
    // Without a project graph the rule says so on the console and lets everything pass.
    await runTool(nxScript(), ['show', 'projects'], workspaceRoot);
  }, 120_000);

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    ['packages/parser-ctf/src/x.ts', '@rollbook/loader'],
    ['packages/parser-ctf/src/x.ts', '@rollbook/validate'],
    ['packages/model/src/x.ts', '@rollbook/parser-kit'],
    ['packages/parser-kit/src/x.ts', '@rollbook/parser-ctf'],
    ['packages/validate/src/x.ts', '@rollbook/parser-ctf'],
    ['packages/loader/src/x.ts', '@rollbook/cli'],
    ['packages/synthetic/src/x.ts', '@rollbook/loader'],
  ])('%s may not import %s', { timeout: 120_000 }, async (file, name) => {
    const errors = await boundaryErrors(file, importing(name));
    expect(errors).toHaveLength(1);
    // Where the other package depends on this one already, the rule speaks of the circle first.
    expect(errors[0]).toMatch(/can only depend on libs tagged|Circular dependency between/);
  });

  it.each([
    ['packages/parser-ctf/src/x.ts', '@rollbook/parser-kit'],
    ['packages/parser-kit/src/x.ts', '@rollbook/model'],
    ['packages/cli/src/x.ts', '@rollbook/loader'],
  ])('%s may import %s', { timeout: 120_000 }, async (file, name) => {
    const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(process.stderr, 'write')];
    expect(await boundaryErrors(file, importing(name))).toEqual([]);
    expect(JSON.stringify(said.map(({ mock }) => mock.calls))).not.toContain('will be skipped');
  });
});
