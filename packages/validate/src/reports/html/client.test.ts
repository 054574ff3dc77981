import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const generated = at('./client.generated.ts');

/** Names are kept and lines are broken, so that whoever must let the page in can read what it does. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
  });
  const [file] = outputFiles;
  // Names of the folder that it was made in would be comments of the bundle
  return (file?.text ?? '').replace(/^ *(\/\/|\/\*) \S+\.(ts|css)( \*\/)?\n/gm, '');
}

async function source(): Promise<string> {
  const [script, page, dark] = await Promise.all(
    ['./client/main.ts', './page.css', './dark.css'].map(bundled),
  );
  const text = `// Made by client.test.ts from client/, page.css and dark.css: ROLLBOOK_WRITE_PAGE=1 writes it anew.

/** The page's script. */
export const pageScript = ${JSON.stringify(script)};

/** The page's styles. */
export const pageStyle = ${JSON.stringify(page)};

/** Its dark colours. */
export const darkStyle = ${JSON.stringify(dark)};
`;
  return format(text, { ...(await resolveConfig(generated)), parser: 'typescript' });
}

it('is bundled as its sources are (ROLLBOOK_WRITE_PAGE=1 writes it)', async () => {
  const text = await source();
  if (process.env.ROLLBOOK_WRITE_PAGE) writeFileSync(generated, text);
  expect(readFileSync(generated, 'utf8').replaceAll('\r\n', '\n')).toBe(text);
}, 30_000);

it('is small, and holds nothing that would end its element or reach for the network', async () => {
  const { pageScript, pageStyle, darkStyle } = await import('./client.generated.js');
  expect(pageScript.length).toBeLessThan(30_000);
  expect(pageScript + pageStyle + darkStyle).not.toMatch(
    /<\/|<!--|https?:|url\(|@import|fetch\(|XMLHttp|eval/,
  );
});
