import { defineConfig } from 'tsup';

/** The one way every published package is built: ESM, CJS, declarations and source maps. */
export function libraryConfig({ entry }: { entry: string[] }) {
  return defineConfig({
    entry,
    format: ['esm', 'cjs'],
    target: 'node20',
    dts: true,
    sourcemap: true,
    clean: true,
    treeshake: true,
    // Packages are resolved through their built exports here, never through the source paths of the IDE.
    tsconfig: '../../tsconfig.build.json',
  });
}
