import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listPackages, workspaceRoot } from '../workspace.js';

const packages = listPackages('packages');
const published = packages.filter(({ manifest }) => manifest.private !== true);

describe.each(published)('published package $folder', ({ folder, manifest }) => {
  const at = (path: string): string => `${workspaceRoot}${folder}/${path}`;

  it('is named after its folder', () => {
    expect(manifest.name).toBe(folder.replace('packages/', '@rollbook/'));
  });

  it('has a README with its name, an example and files to publish', () => {
    const readme = readFileSync(at('README.md'), 'utf8');
    expect(readme).toMatch(new RegExp(`^# ${manifest.name}$`, 'm'));
    expect(readme).toContain('```');
    expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'README.md']));
  });

  it('says its licence, kind of module and engines', () => {
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module', engines: { node: '>=20.19' } });
  });

  it('can be imported and required, with types for each', () => {
    const entries = Object.entries(manifest.exports ?? {}).filter(([name]) => !/\.(json|sql)$/.test(name));
    expect(entries.map(([name]) => name)).toContain('.');
    for (const [name, entry] of entries) {
      const file = `./dist/${name === '.' ? 'index' : name.slice(2)}`;
      expect(entry, name).toEqual({
        import: { types: `${file}.d.ts`, default: `${file}.js` },
        require: { types: `${file}.d.cts`, default: `${file}.cjs` },
      });
    }
    expect(manifest.exports).toHaveProperty(['./package.json'], './package.json');
  });

  it('has the standard scripts', () => {
    expect(manifest.scripts).toMatchObject({
      build: expect.stringMatching(/^tsup\b/),
      typecheck: expect.stringMatching(/^tsc --noEmit -p \.( && tsc --noEmit -p src\S+)*$/),
      lint: 'eslint .',
      test: `vitest run --root ../.. --project ${folder.replace('packages/', '')}`,
      'publish-check': 'publint --strict && attw --pack . --profile node16',
    });
    expect(existsSync(at('tsup.config.ts')) && existsSync(at('tsconfig.json'))).toBe(true);
  });
});

describe('the workspace', () => {
  it('has published packages', () => {
    expect(published.length).toBeGreaterThanOrEqual(7);
  });

  it('publishes no tool', () => {
    const tools = listPackages('tools').filter(({ manifest }) => manifest.private !== true);
    expect(tools.map(({ folder }) => folder)).toEqual([]);
  });

  it.each([...packages, ...listPackages('tools')])(
    '$folder has exactly one type tag, which the linter knows',
    ({ manifest }) => {
      const tags = (manifest.nx?.tags ?? []).filter((tag) => tag.startsWith('type:'));
      expect(tags).toHaveLength(1);
      expect(readFileSync(`${workspaceRoot}eslint.config.js`, 'utf8')).toContain(`sourceTag: '${tags[0]!}'`);
    },
  );

  it('lists just the published packages in the table of its README', () => {
    const readme = readFileSync(`${workspaceRoot}README.md`, 'utf8');
    const rows = [...readme.matchAll(/^\| \[(@rollbook\/[a-z-]+)\]\((packages\/[a-z-]+)\)/gm)];
    expect(rows.map(([, name, folder]) => `${name!} ${folder!}`).sort()).toEqual(
      published.map(({ folder, manifest }) => `${manifest.name} ${folder}`).sort(),
    );
  });
});
