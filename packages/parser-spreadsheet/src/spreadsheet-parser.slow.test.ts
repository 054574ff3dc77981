import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSource } from '@rollbook/parser-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatMapping, suggestMapping } from './index.js';

const script = fileURLToPath(new URL('measure-spreadsheet.test-support.ts', import.meta.url));

interface Measured {
  readonly pupils: number;
  readonly seconds: number;
  readonly megabytes: number;
}

function measure(...job: string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...job], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as Measured);
      else reject(new Error(`${job.join(' ')} ended with ${code}`));
    });
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-spreadsheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('reads a workbook of 100,000 pupils within 400 MB, with and without a mapping', async () => {
  const path = join(folder, 'large.xlsx');
  await measure('write', path, '100000');
  const { mapping } = await suggestMapping(await openSource(path));
  await writeFile(join(folder, 'large.yaml'), formatMapping(mapping));
  for (const argument of ['', join(folder, 'large.yaml')]) {
    const { pupils, seconds, megabytes } = await measure('read', path, argument);
    console.log(
      `${argument === '' ? 'without' : 'by'} mapping: ${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB`,
    );
    expect(pupils).toBe(100_000);
    expect(megabytes).toBeLessThan(400);
  }
}, 300_000);
