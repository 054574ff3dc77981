import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SyntheticFormat } from './format.js';
import type { SyntheticSchool } from './school.js';

/**
 * Writes all files of a school's export into a folder, which is made if it isn't there; files of the same names are
 * replaced. Memory doesn't grow with the school.
 *
 * @returns the paths, in the format's order
 */
export async function writeFormat(
  format: SyntheticFormat,
  school: SyntheticSchool,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const file of format.files(school)) {
    const path = join(folder, file.name);
    await pipeline(Readable.from(file.content()), createWriteStream(path));
    paths.push(path);
  }
  return paths;
}
