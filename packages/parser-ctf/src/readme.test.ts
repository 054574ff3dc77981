import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CanonicalRecord } from '@rollbook/model';
import { type Issue, isRecord, openSource } from '@rollbook/parser-kit';
import { expect, it } from 'vitest';
import { ctfParser, writeCtf } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'ctf-readme-'));

/** The example of the README, word for word but for the folder of the file. */
async function example() {
  // README from here
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  const source = await openSource(join(folder, '8562001_CTF_856LLLL_001.xml'));
  for await (const batch of ctfParser.parse(source)) {
    for (const item of batch) {
      if (isRecord(item)) records.push(item);
      else issues.push(item);
    }
  }

  const header = {
    dateTime: '2026-01-15T09:30:00',
    sourceSchool: { la: '856', establishment: '2001', name: 'Example Primary School' },
  };
  let written = '';
  for await (const piece of writeCtf({ header }, records)) written += piece;
  // README to here
  return { records, issues, written };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('import '));
}

it('the example of the README runs, and is the one below', async () => {
  copyFileSync(
    new URL('./__fixtures__/ctf-25-full.xml', import.meta.url),
    join(folder, '8562001_CTF_856LLLL_001.xml'),
  );
  try {
    const { records, issues, written } = await example();
    expect(records.filter(({ kind }) => kind === 'pupil')).toHaveLength(2);
    expect(issues).toEqual([]);
    expect(written).toContain('<Surname>No-Upn</Surname>');
  } finally {
    rmSync(folder, { recursive: true });
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(lines(block)).toEqual(
    lines(run.replace("join(folder, '8562001_CTF_856LLLL_001.xml')", "'8562001_CTF_856LLLL_001.xml'")),
  );
});
