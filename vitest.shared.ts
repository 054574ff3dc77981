import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests run against the packages' sources, so that coverage and stack traces point at what one edits. */
export const sourceAliases = [
  { find: '@rollbook/loader/testing', replacement: at('./packages/loader/src/testing.ts') },
  { find: '@rollbook/parser-kit/testing', replacement: at('./packages/parser-kit/src/testing.ts') },
  { find: '@rollbook/validate/reports', replacement: at('./packages/validate/src/reports.ts') },
  { find: /^@rollbook\/([a-z-]+)$/, replacement: at('./packages/$1/src/index.ts') },
];
