import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CanonicalRecord } from '@rollbook/model';
import { type Issue, isRecord, openSource } from '@rollbook/parser-kit';
import { expect, it } from 'vitest';
import { schoolCensusParser } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'census-readme-'));

/** The example of the README, word for word but for the folder of the file. */
async function example() {
  // README from here
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  const source = await openSource(join(folder, 'school-census.xml'));
  for await (const batch of schoolCensusParser.parse(source)) {
    for (const item of batch) {
      if (isRecord(item)) records.push(item);
      else issues.push(item);
    }
  }
  // README to here
  return { records, issues };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('import '));
}

it('the example of the README runs, and is the one below', async () => {
  copyFileSync(
    new URL('./__fixtures__/sc-2024-autumn.xml', import.meta.url),
    join(folder, 'school-census.xml'),
  );
  try {
    const { records, issues } = await example();
    expect(records.filter(({ kind }) => kind === 'pupil')).toHaveLength(4);
    expect(issues).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(lines(block)).toEqual(
    lines(run.replace("join(folder, 'school-census.xml')", "'school-census.xml'")),
  );
});
