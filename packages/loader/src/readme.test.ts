import type { Batch, Parser } from '@rollbook/parser-kit';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { loadFile } from './__fixtures__/readme-example.js';
import { issueAbout, pupil, unknownFile } from './testing/items.js';

const upns: Parser = {
  id: 'upns',
  supplier: 'lines',
  title: 'UPNs, one a line',
  detect: () => undefined,
  async *parse(source): AsyncGenerator<Batch> {
    let text = '';
    for await (const chunk of source.stream()) text += Buffer.from(chunk).toString();
    const provenance = { file: unknownFile, place: {} };
    const records = text.split('\n').map((upn) => pupil(upn, { provenance }));
    yield [...records, issueAbout(records[0])];
  },
};

it('the example in the README does what it says', { timeout: 60_000 }, async () => {
  const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');
  const [readme, example] = await Promise.all([
    read('../README.md'),
    read('./__fixtures__/readme-example.ts'),
  ]);
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);

  const folder = await mkdtemp(join(tmpdir(), 'rollbook-readme-'));
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const file = join(folder, 'upns.txt');
    await writeFile(file, 'A1\nB1');
    const result = await loadFile(file, upns, join(folder, 'store'));
    expect(result).toMatchObject({ received: 2, loaded: 1, unchanged: 0, quarantined: 1 });
    expect(result.file).toMatchObject({ name: 'upns.txt', format: 'made-up', size: 5 });
    expect(log.mock.calls).toEqual([['pupil', 'error-issue', 'made-up-error: Something is wrong.']]);
  } finally {
    log.mockRestore();
    await rm(folder, { recursive: true });
  }
});
