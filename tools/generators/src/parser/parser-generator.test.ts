import { createRequire } from 'node:module';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type * as generator from './generator.cjs';
import type { ParserOptions } from './generator.cjs';

// As Nx loads it, and out of reach of vitest's transform, which takes every file for an ES module.
const require = createRequire(import.meta.url);
const { parserGenerator } = require('./generator.cjs') as typeof generator;

const options: ParserOptions = {
  name: 'night-school',
  supplier: 'evening-soft',
  title: "Evening's export",
  root: 'Export',
  record: 'Pupils/Pupil',
};

const readme = `# Rollbook

| package | what it is |
| --- | --- |
| [@rollbook/parser-ctf](packages/parser-ctf) | reads and writes |
| [@rollbook/cli](packages/cli) | the command |
`;

const made = [
  '.changeset/parser-night-school.md',
  'docs/formats/night-school.md',
  'packages/parser-night-school/README.md',
  'packages/parser-night-school/package.json',
  'packages/parser-night-school/src/__fixtures__/minimal.xml',
  'packages/parser-night-school/src/index.ts',
  'packages/parser-night-school/src/map-pupil.ts',
  'packages/parser-night-school/src/night-school-parser.test.ts',
  'packages/parser-night-school/src/night-school-parser.ts',
  'packages/parser-night-school/tsconfig.json',
  'packages/parser-night-school/tsup.config.ts',
];

let tree: Tree;
let before: Set<string>;
/** Paths written since the workspace was set up. */
const written = (): string[] =>
  tree
    .listChanges()
    .map(({ path }) => path)
    .filter((path) => !before.has(path))
    .sort();
const text = (path: string): string => tree.read(path, 'utf8') ?? '';

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
  // The empty workspace comes with a formatter that isn't this house's.
  tree.delete('.oxfmtrc.json');
  tree.write('README.md', readme);
  tree.write('.prettierrc.json', '{ "singleQuote": true, "printWidth": 110 }');
  before = new Set(tree.listChanges().map(({ path }) => path));
});

describe('generator parser', () => {
  it('makes the files of a parser package', async () => {
    await parserGenerator(tree, options);
    expect(written()).toEqual(made);
    for (const path of made) expect(text(path), path).not.toMatch(/<%|%>|__name__|&#\d+;|&amp;/);
  });

  it('makes a manifest with the anatomy of a published package', async () => {
    await parserGenerator(tree, options);
    const manifest = JSON.parse(text('packages/parser-night-school/package.json')) as object;
    expect(manifest).toMatchObject({
      name: '@rollbook/parser-night-school',
      description: "Reads Evening's export.",
      scripts: { test: expect.stringContaining('--project parser-night-school') },
      dependencies: { '@rollbook/model': '0.0.0', '@rollbook/parser-kit': '0.0.0' },
      nx: { tags: ['type:parser'] },
    });
    expect(manifest).not.toHaveProperty('private');
  });

  it('lists the package in the root README, after the other parsers', async () => {
    await parserGenerator(tree, options);
    const rows = text('README.md').match(/@rollbook\/[a-z-]+(?=\])/g);
    expect(rows).toEqual(['@rollbook/parser-ctf', '@rollbook/parser-night-school', '@rollbook/cli']);
  });

  it('writes the format document and a changeset', async () => {
    await parserGenerator(tree, options);
    const headings = text('docs/formats/night-school.md').match(/^## .*$/gm);
    expect(headings).toEqual(['## Sources', '## Elements', '## Unconfirmed']);
    expect(text('.changeset/parser-night-school.md')).toMatch(
      /['"]@rollbook\/parser-night-school['"]: minor/,
    );
  });

  it.each([
    ['Pupils/Pupil', ['<Export>', '  <Pupils>', '    <Pupil>']],
    ['Export/Pupils/Pupil', ['<Export>', '  <Pupils>', '    <Pupil>']],
    ['Child', ['<Export>', '  <Child>', '    <UPN>D856412326001</UPN>']],
  ])('takes the record path %s from the root', async (record, lines) => {
    await parserGenerator(tree, { ...options, record });
    const fixture = text('packages/parser-night-school/src/__fixtures__/minimal.xml').split('\n');
    expect(fixture.slice(1, 4)).toEqual(lines);
  });

  it.each([
    ...[
      '',
      'Night',
      'night_school',
      'night--school',
      '-night',
      'night-',
      '2nd',
      '../night',
      'night school',
    ].map((name) => [{ name }, /^name must be kebab-case/] as const),
    [{ supplier: 'Evening Soft' }, /^supplier must be kebab-case/],
    [{ title: 'two\nlines' }, /^title must be/],
    [{ title: ' ' }, /^title must be/],
    [{ root: '1st' }, /^root must be/],
    [{ record: '' }, /^record must be/],
    [{ record: '/Pupils/Pupil' }, /^record must be/],
    [{ record: "Pupils/'" }, /^record must be/],
  ] as [Partial<ParserOptions>, RegExp][])('rejects %j and writes nothing', async (wrong, message) => {
    await expect(parserGenerator(tree, { ...options, ...wrong })).rejects.toThrow(message);
    expect(written()).toEqual([]);
  });

  it.each(['packages/parser-night-school/package.json', 'docs/formats/night-school.md'])(
    'leaves %s alone when it is there already',
    async (path) => {
      tree.write(path, 'mine');
      await expect(parserGenerator(tree, options)).rejects.toThrow('exists already');
      expect(written()).toEqual([path]);
      expect(text(path)).toBe('mine');
    },
  );
});
