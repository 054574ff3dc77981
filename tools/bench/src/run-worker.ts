import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './measurement.js';
import type { TargetId } from './targets/index.js';

/** The built worker, seen from the sources (tests, tsx) or from beside it. */
function workerPath(): string {
  const built = new URL(import.meta.url).pathname.endsWith('.ts') ? '../dist/worker.js' : './worker.js';
  const path = fileURLToPath(new URL(built, import.meta.url));
  if (!existsSync(path)) throw new Error('the bench is not built: run `npm run build` first');
  return path;
}

/**
 * Runs a target once over a file, in a process of its own under plain Node.
 *
 * @throws Error when the process fails; its standard error goes to this one's
 */
export function runWorker(target: TargetId, file: string): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [workerPath(), target, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // A loader of TypeScript in the environment would be measured too
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(output) as Measurement);
      else reject(new Error(`${target} ended with ${signal ?? `exit code ${code ?? '?'}`}`));
    });
  });
}
