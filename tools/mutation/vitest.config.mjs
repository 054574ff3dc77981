import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sourceAliases } from '../../vitest.shared.ts';
import { chosenPart } from './parts.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kit = `${root}packages/parser-kit/src`;

/**
 * Modules that stand in for larger ones, since each mutant loads everything afresh. The validator gets no rules
 * by default, so that the test of a rule imports that rule and no other and a mutant is run against one test file
 * in place of all; the list of rules is held by `rules/index.test.ts`. Of the parser kit, which brings readers of
 * XML and workbooks with it, issues and items are all that rules need.
 */
const STAND_INS = new Map([
  ['\0no-rules', 'export const allRules = [];'],
  ['\0small-kit', `export * from '${kit}/issue.ts'; export * from '${kit}/item.ts';`],
]);

/** @type {import('vitest/config').Plugin} */
const standIns = {
  name: 'stand-ins',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === `${kit}/index.ts`) return '\0small-kit';
    // From the list's own tests it comes by './index.js', and packs are made of it
    return source === './rules/index.js' && !importer?.endsWith('/packs.ts') ? '\0no-rules' : undefined;
  },
  load: (id) => STAND_INS.get(id),
};

export default defineConfig({
  resolve: { alias: sourceAliases },
  plugins: [standIns],
  test: {
    root,
    include: chosenPart().tests,
    exclude: ['**/*.slow.test.ts', '**/node_modules/**'],
    // Each run is a worker of its own, so modules are loaded afresh for each mutant all the same.
    isolate: false,
    // Instrumented code is slow, and so is a machine at work on mutants
    testTimeout: 60_000,
  },
});
