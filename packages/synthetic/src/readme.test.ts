import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as synthetic from './index.js';

/** Runs the example of the README as it stands, with the package in place of its import. */
it('has an example in its README that runs', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(readme)![1]!;
  const imported = /import \{ (.*) \} from '@rollbook\/synthetic';/.exec(example)!;
  const folder = await mkdtemp(join(tmpdir(), 'rollbook-readme-'));
  try {
    const body = example
      .replace(imported[0], `const { ${imported[1]!} } = synthetic;`)
      .replace("'9998888", "folder + '/9998888");
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is this package's own README
    const run = new Function('synthetic', 'folder', `return (async () => { ${body}; return school; })()`) as (
      api: typeof synthetic,
      folder: string,
    ) => Promise<synthetic.SyntheticSchool>;
    const school = await run(synthetic, folder);
    expect([...school.pupils()]).toHaveLength(1200);
    expect(await readFile(join(folder, '9998888_CTF_999LLLL_001.xml'), 'utf8')).toMatch(/<\/CTfile>\s*$/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
