import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CanonicalRecord } from '@rollbook/model';
import { type Issue, isRecord, openSource } from '@rollbook/parser-kit';
import { expect, it } from 'vitest';
import { readSimsAttendanceCodes, simsParser } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'sims-readme-'));

/** The example of the README, word for word but for the folder of the files. */
async function example() {
  // README from here
  const records: CanonicalRecord[] = [];
  const issues: Issue[] = [];
  const attendanceCodes = await readSimsAttendanceCodes(
    await openSource(join(folder, 'attendance-codes.xml')),
  );
  const options = {
    school: '8564123',
    attendanceCodes,
    aliases: { 'Known locally as': 'pupil.preferredForename' },
    results: { 'Mock Exam Result Y10 EXAM': { stage: 'KS4', subject: 'MAT' } },
  };
  for await (const batch of simsParser.parse(await openSource(join(folder, 'sims-report.xml')), options)) {
    for (const item of batch) {
      if (isRecord(item)) records.push(item);
      else issues.push(item);
    }
  }
  // README to here
  return { records, issues };
}

/** Words of a code, so that the formatter may break lines as it likes. */
function words(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('import '))
    .join(' ')
    .replace(/\s+/g, '')
    .replaceAll(',)', ')');
}

it('the example of the README runs, and is the one below', async () => {
  copyFileSync(new URL('./__fixtures__/report.xml', import.meta.url), join(folder, 'sims-report.xml'));
  writeFileSync(
    join(folder, 'attendance-codes.xml'),
    '<AttendanceCodes><AttendanceCode><Code>/</Code></AttendanceCode></AttendanceCodes>',
  );
  try {
    const { records, issues } = await example();
    expect(records.map(({ kind }) => kind)).toEqual([
      'pupil',
      'enrolment',
      'pupil',
      'enrolment',
      'fsm-spell',
      'contact',
      'sen-need',
      'contact',
      'pupil',
      'enrolment',
    ]);
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(words(run.replace(/join\(folder, ('[\w.-]+')\)/g, '$1'))).toBe(words(block));
});
