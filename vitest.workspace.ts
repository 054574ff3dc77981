import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProjectConfiguration } from 'vitest/config';
import { sourceAliases } from './vitest.shared.js';

const root = fileURLToPath(new URL('.', import.meta.url));

const folders = ['packages', 'tools'].flatMap((parent) =>
  readdirSync(`${root}${parent}`)
    .filter((name) => existsSync(`${root}${parent}/${name}/package.json`))
    .map((name) => ({ name, path: `${parent}/${name}` })),
);

/** A project per package, and `slow`: every `*.slow.test.ts`, which CI runs too. */
const projects: TestProjectConfiguration[] = [
  ...folders.map(({ name, path }) => ({
    resolve: { alias: sourceAliases },
    test: {
      name,
      root: `${root}${path}`,
      include: ['src/**/*.test.ts'],
      exclude: ['**/*.slow.test.ts', '**/node_modules/**', '**/dist/**'],
      // A test file for each of a hundred rules, all pure: isolated they take two minutes, together ten seconds.
      isolate: name !== 'validate',
    },
  })),
  {
    resolve: { alias: sourceAliases },
    test: {
      name: 'slow',
      root,
      // After all others and one file at a time: these measure speed and memory, and kill processes.
      sequence: { groupOrder: 1 },
      fileParallelism: false,
      maxWorkers: 1,
      include: ['packages/*/src/**/*.slow.test.ts', 'tools/*/src/**/*.slow.test.ts'],
      testTimeout: 300_000,
      hookTimeout: 300_000,
    },
  },
];

export default projects;
