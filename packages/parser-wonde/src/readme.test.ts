import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CanonicalRecord } from '@rollbook/model';
import { type Issue, isRecord, openSource } from '@rollbook/parser-kit';
import { expect, it } from 'vitest';
import { wondeParser } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'wonde-readme-'));

/** The example of the README, word for word but for the folder of the file. */
async function example() {
  // README from here
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  const source = await openSource(join(folder, 'students.json'));
  for await (const batch of wondeParser.parse(source, { school: '8564123' })) {
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
  copyFileSync(new URL('./__fixtures__/students.json', import.meta.url), join(folder, 'students.json'));
  try {
    const { records, issues } = await example();
    expect(records.filter(({ kind }) => kind === 'pupil')).toHaveLength(3);
    expect(records.every(({ school }) => school === '8564123')).toBe(true);
    expect(issues.some(({ severity }) => severity === 'error')).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(lines(block)).toEqual(lines(run.replace("join(folder, 'students.json')", "'students.json'")));
});
