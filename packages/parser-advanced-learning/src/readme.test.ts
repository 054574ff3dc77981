import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CanonicalRecord } from '@rollbook/model';
import { detectParser, type Issue, isRecord, openSource } from '@rollbook/parser-kit';
import { expect, it } from 'vitest';
import { cmisParser, progressoParser } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'progresso-readme-'));

/** The example of the README, word for word but for the folder of the file. */
async function example() {
  // README from here
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  const source = await openSource(join(folder, 'extract.csv'));
  const { parser } = await detectParser(source, [progressoParser, cmisParser]);
  for await (const batch of parser.parse(source, { school: '9998888', attendanceCodes: { ZZ9: 'C' } })) {
    for (const item of batch) {
      if (isRecord(item)) records.push(item);
      else issues.push(item);
    }
  }
  // README to here
  return { records, issues, parser };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('import '));
}

it('the example of the README runs, and is the one below', async () => {
  copyFileSync(new URL('./__fixtures__/progresso-marks.csv', import.meta.url), join(folder, 'extract.csv'));
  try {
    const { records, issues, parser } = await example();
    expect(parser.id).toBe('progresso');
    const marks = records.filter((record) => record.kind === 'attendance-mark');
    expect(marks.map(({ code }) => code)).toEqual(['/', '\\', 'L', '\\', 'Y1', '-', 'C', 'I']);
    expect(issues.map(({ code }) => code)).toEqual([
      'progresso-date-unreadable',
      'progresso-record-unreadable',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(lines(block)).toEqual(lines(run.replace("join(folder, 'extract.csv')", "'extract.csv'")));
});
