import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTestDatabase } from '@rollbook/loader/testing';
import { ctfParser } from '@rollbook/parser-ctf';
import { expect, it } from 'vitest';
import { serve } from './__fixtures__/readme-example.js';
import { syntheticFile } from './synthetic-file.test-support.js';
import type { Job } from './wire.js';

const database = await findTestDatabase('the service over PostgreSQL');

it('has the example of its README', async () => {
  const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');
  const [readme, example] = await Promise.all([
    read('../README.md'),
    read('./__fixtures__/readme-example.ts'),
  ]);
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});

it.skipIf(!database)('which does what it says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rollbook-service-readme-'));
  await database!.create();
  const { key, service, address } = await serve([ctfParser], folder, database!.connectionString);
  try {
    const answer = await fetch(`${address}/v1/files?wait=30`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: new Uint8Array(await syntheticFile(5)),
    });
    expect(await answer.json()).toMatchObject({ state: 'done', school: '9998888' } satisfies Partial<Job>);
  } finally {
    await service.close();
    await rm(folder, { recursive: true, force: true });
    await database!.drop();
  }
});
