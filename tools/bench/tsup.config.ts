import { defineConfig } from 'tsup';

/**
 * Built, so that what is measured runs under plain Node, with the packages as they are published: a loader of
 * TypeScript in the process would be measured too.
 */
export default defineConfig({
  entry: ['src/main.ts', 'src/worker.ts'],
  format: ['esm'],
  target: 'node20',
  clean: true,
  splitting: true,
  tsconfig: '../../tsconfig.build.json',
});
