import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const script = fileURLToPath(new URL('measure-csv.test-support.ts', import.meta.url));
const ROWS = 1_000_000;

interface Measured {
  readonly result: unknown;
  readonly seconds: number;
  /** Of the processor, all threads: what else the machine does must not decide. */
  readonly cpuSeconds: number;
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
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-sims-'));
  path = join(folder, 'pupils.csv');
  await measure('write', path, String(ROWS));
});
afterAll(() => rm(folder, { recursive: true }));

it('reads a million rows to canonical records in bounded memory, faster than csv-parse reads them to objects', async () => {
  const ours = await measure('parse', path);
  const theirs = await measure('csv-parse', path);
  const ratio = theirs.cpuSeconds / ours.cpuSeconds;
  console.info(
    `SIMS parser ${ours.cpuSeconds.toFixed(2)} s, ${Math.round(ours.megabytes)} MB; csv-parse ${theirs.cpuSeconds.toFixed(2)} s, ${Math.round(theirs.megabytes)} MB; ratio ${ratio.toFixed(2)}`,
  );
  expect(ours.result).toEqual({ issues: 0, pupil: ROWS, enrolment: ROWS, 'fsm-spell': ROWS });
  expect(theirs.result).toBe(ROWS);
  expect(ours.megabytes).toBeLessThan(350);
  expect(ratio).toBeGreaterThan(1);
});
