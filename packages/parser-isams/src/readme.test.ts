import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CanonicalRecord } from '@rollbook/model';
import { type Issue, isRecord, openSource } from '@rollbook/parser-kit';
import { expect, it } from 'vitest';
import { FakeIsams, json, student } from './__fixtures__/fake-isams.js';
import { createIsamsClient, isamsParser } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'isams-readme-'));

/** The example of the README, word for word but for the folder of the file. */
async function example(baseUrl: string, clientId: string, clientSecret: string) {
  // README from here
  const school = '8564123';
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  const source = await openSource(join(folder, 'isams.xml'));
  for await (const batch of isamsParser.parse(source, { school, registrationCodes: { '*': 'C' } })) {
    for (const item of batch) {
      if (isRecord(item)) records.push(item);
      else issues.push(item);
    }
  }

  const client = createIsamsClient({ baseUrl, clientId, clientSecret });
  for await (const batch of client.readPupils({ school, contacts: true })) {
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
  copyFileSync(new URL('./__fixtures__/batch-full.xml', import.meta.url), join(folder, 'isams.xml'));
  const server = new FakeIsams();
  await server.start();
  server.pages('/api/students', 'students', [student(1)], 100);
  server.routes.set('/api/students/S1/tempcontacts', json({ contacts: [{ id: 3, surname: 'Parent' }] }));
  try {
    const { records, issues } = await example(server.url, 'client-1', server.secret);
    const marks = records.filter((record) => record.kind === 'attendance-mark');
    expect(marks.map(({ code }) => code)).toEqual(['/', 'L', 'I', 'C', '\\', 'J1', 'C', '-']);
    expect(records.slice(-3).map(({ kind }) => kind)).toEqual(['pupil', 'enrolment', 'contact']);
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(lines(block)).toEqual(lines(run.replace("join(folder, 'isams.xml')", "'isams.xml'")));
});
