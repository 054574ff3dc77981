import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSyntheticCtf } from '@rollbook/synthetic';

/** The packages that say what is in the file: when one is built anew with other code, so is the file. */
const MAKERS = ['@rollbook/synthetic', '@rollbook/parser-ctf'];

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of MAKERS) hash.update(await readFile(fileURLToPath(import.meta.resolve(name))));
  return hash.digest('hex').slice(0, 12);
}

/**
 * A synthetic CTF in the system's folder for temporary files, made when it isn't there yet.
 *
 * @returns its path
 */
export async function cachedCtf(pupils: number, seed: number, onMake: () => void): Promise<string> {
  const folder = join(tmpdir(), 'rollbook-bench');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `ctf-${pupils}-${seed}-${await fingerprint()}.xml`);
  if (existsSync(path)) return path;
  onMake();
  // Under another name until it is whole: a bench that was stopped must not leave half a file to the next
  const part = `${path}.${process.pid}`;
  try {
    await writeSyntheticCtf(part, { seed, pupils });
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return path;
}
