import { readdirSync } from 'node:fs';
import { chosenPart, reportOf } from './parts.mjs';

const part = chosenPart();

/** The three packages that are needed, and this folder; copies of all else would only take time. */
const NEEDED = new Set(['model', 'parser-kit', 'validate', 'mutation']);
const others = ['packages', 'tools'].flatMap((parent) =>
  readdirSync(new URL(`../../${parent}`, import.meta.url))
    .filter((name) => !NEEDED.has(name))
    .map((name) => `${parent}/${name}`),
);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation/vitest.config.mjs', related: true },
  plugins: ['@stryker-mutator/vitest-runner', './tools/mutation/ignorers.mjs'],
  ignorers: ['texts', 'guards'],
  mutate: [...part.mutate, '!**/*.test.ts', '!**/index.ts'],
  coverageAnalysis: 'perTest',
  // Codes, kinds, fields, patterns and sets are values of modules: without them a rule is half mutated.
  ignoreStatic: false,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: `${reportOf(part)}.json` },
  incrementalFile: `${reportOf(part)}.incremental.json`,
  htmlReporter: { fileName: `${reportOf(part)}.html` },
  // In a folder that no tool of the house looks into
  tempDirName: 'reports/mutation/sandbox',
  ignorePatterns: [...others, 'docs', 'reports', 'dist', '.nx', 'coverage', '.changeset'],
  warnings: { slow: false },
  // Endless loops are stopped by their number of rounds; time alone would count a busy machine as a find
  timeoutMS: 30_000,
};
