import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeXlsx } from './make-workbook.test-support.js';

const script = fileURLToPath(new URL('measure-workbook.test-support.ts', import.meta.url));

interface Measured {
  readonly rows: number;
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
  folder = await mkdtemp(join(tmpdir(), 'rollbook-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('reads 100,000 rows of 20 columns in bounded memory, and no slower than exceljs', async () => {
  const path = join(folder, 'large.xlsx');
  await measure('write', path, '100000', '20');
  const ours = await measure('read', path);
  const theirs = await measure('exceljs', path);
  console.log(
    `ours ${ours.seconds.toFixed(2)} s, ${Math.round(ours.megabytes)} MB; exceljs ${theirs.seconds.toFixed(2)} s, ${Math.round(theirs.megabytes)} MB; ratio ${(theirs.seconds / ours.seconds).toFixed(1)}`,
  );
  expect(ours.rows).toBe(100_000);
  expect(theirs.rows).toBe(100_000);
  expect(ours.megabytes).toBeLessThan(400);
  expect(theirs.seconds / ours.seconds).toBeGreaterThanOrEqual(1);
});

it('reads an .ods of 100,000 rows in bounded memory', async () => {
  const path = join(folder, 'large.ods');
  await measure('write-ods', path, '100000', '20');
  const { rows, seconds, megabytes } = await measure('read', path);
  console.log(`.ods ${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB`);
  expect(rows).toBe(100_000);
  expect(megabytes).toBeLessThan(400);
});

it('reads rows of one cell in the last column in bounded memory', async () => {
  const path = join(folder, 'wide.xlsx');
  const data = '<row><c r="XFD1"><v>1</v></c></row>'.repeat(10_000);
  await writeFile(path, makeXlsx({ sheets: [{ data }] }));
  const { rows, megabytes } = await measure('read', path);
  console.log(`wide ${Math.round(megabytes)} MB`);
  expect(rows).toBe(10_000);
  // A hostile shape: what counts is that it isn't the 1.3 GB that all cells together take.
  expect(megabytes).toBeLessThan(600);
});
