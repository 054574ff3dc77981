import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listPackages, workspaceRoot } from '../workspace.js';

/** Packages that the sources of a folder import; tests and fixtures, and what else `passedOver` matches, left out. */
function importedPackages(folder: string, passedOver: RegExp): Set<string> {
  const found = new Set<string>();
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of entries) {
    if (!path.endsWith('.ts') || passedOver.test(path)) continue;
    const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, path), 'utf8'), true, true);
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith('.') || isBuiltin(fileName)) continue;
      found.add(
        fileName
          .split('/')
          .slice(0, fileName.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    }
  }
  return found;
}

describe.each(listPackages('packages'))('dependencies of $folder', ({ folder, manifest }) => {
  // A folder `testing` that isn't published is of the tests.
  const passedOver =
    './testing' in (manifest.exports ?? {})
      ? /\.test(-support)?\.ts$|__fixtures__/
      : /\.test(-support)?\.ts$|__fixtures__|^testing\//;
  const imported = importedPackages(`${workspaceRoot}${folder}/src`, passedOver);
  const dependencies = Object.keys(manifest.dependencies ?? {});

  it('are all imported', () => {
    expect(dependencies.filter((name) => !imported.has(name))).toEqual([]);
  });

  it('are all declared', () => {
    const declared = new Set([...dependencies, ...Object.keys(manifest.peerDependencies ?? {})]);
    expect([...imported].filter((name) => !declared.has(name))).toEqual([]);
  });
});
