import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CanonicalRecord } from '@rollbook/model';
import { type Issue, isRecord, openSource } from '@rollbook/parser-kit';
import { expect, it } from 'vitest';
import { OneRosterLinks, onerosterParser } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'oneroster-readme-'));

/** The example of the README, word for word but for the folder of the files. */
async function example() {
  // README from here
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  const links = new OneRosterLinks();
  for (const name of ['orgs.csv', 'roles.csv', 'users.csv', 'demographics.csv']) {
    const source = await openSource(join(folder, name));
    for await (const batch of onerosterParser.parse(source, { links })) {
      for (const item of batch) {
        if (isRecord(item)) records.push(item);
        else issues.push(item);
      }
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
  for (const name of ['orgs', 'roles', 'users-1.2', 'demographics']) {
    copyFileSync(
      new URL(`./__fixtures__/${name}.csv`, import.meta.url),
      join(folder, `${name.replace('-1.2', '')}.csv`),
    );
  }
  try {
    const { records, issues } = await example();
    expect(records.filter(({ kind }) => kind === 'school')).toHaveLength(3);
    expect(records.filter(({ key }) => key === 'upn:T856412326002').map(({ kind }) => kind)).toEqual([
      'pupil',
      'pupil',
    ]);
    expect(issues.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(lines(block)).toEqual(lines(run.replace('join(folder, name)', 'name')));
});
