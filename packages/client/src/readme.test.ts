import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLoader, openPgliteStore } from '@rollbook/loader';
import { ctfParser } from '@rollbook/parser-ctf';
import { createApiKey, createService } from '@rollbook/service';
import { createSchool, syntheticCtf } from '@rollbook/synthetic';
import { expect, it, vi } from 'vitest';
import { sendExport } from './__fixtures__/readme-example.js';

it('the example in the README does what it says', { timeout: 60_000 }, async () => {
  const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');
  const [readme, example] = await Promise.all([
    read('../README.md'),
    read('./__fixtures__/readme-example.ts'),
  ]);
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);

  const folder = await mkdtemp(join(tmpdir(), 'rollbook-client-readme-'));
  const store = await openPgliteStore('memory://');
  const { key, record } = createApiKey({ id: 'school', scopes: ['load', 'read'], schools: ['9998888'] });
  const service = await createService({
    loader: createLoader({ store }),
    parsers: [ctfParser],
    keys: [record],
    folder,
  });
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const school = createSchool({ seed: 1, pupils: 10, faults: { rate: 1 } });
    const path = join(folder, 'ctf.xml');
    let text = '';
    for await (const piece of syntheticCtf(school)) text += piece;
    await writeFile(path, text);
    const job = await sendExport(await service.listen({ port: 0, host: '127.0.0.1' }), key, path);
    expect(job).toMatchObject({ state: 'done', fileName: 'export.xml', school: '9998888' });
    expect(job.result!.quarantined).toBeGreaterThan(0);
    expect(log).toHaveBeenCalledTimes(job.result!.quarantined);
  } finally {
    log.mockRestore();
    await service.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
