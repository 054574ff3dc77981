import { defineConfig } from 'vitest/config';
import projects from './vitest.workspace.js';

export default defineConfig({
  test: {
    projects,
    // All cores: by default vitest leaves one free, which on a machine of two is half
    maxWorkers: '100%',
    reporters: ['default', './tools/scripts/plain-summary-reporter.mjs'],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/__fixtures__/**'],
      reporter: ['text-summary', 'html'],
    },
  },
});
