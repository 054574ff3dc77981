import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '@rollbook/parser-kit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aPupil, UPN } from '../testing/samples.js';
import { createFileCollector } from './file-collector.js';
import { openIssueHistory } from './history.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'history-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const issue = (code: string, key: string): Issue => ({
  ...{
    code,
    severity: 'query',
    message: 'Wrong',
    place: { line: Math.ceil(Math.random() * 99) },
    help: 'Mend it.',
  },
  ...{ field: 'upn', value: String(Math.random()), record: { kind: 'pupil', key } },
});

interface Checked {
  readonly sha256: string;
  readonly name?: string;
  readonly rules?: string[];
  readonly known?: boolean;
  readonly maxIssues?: number;
}

async function check(
  issues: readonly Issue[],
  { sha256, name = 'marks-2026.csv', rules = ['a', 'b'], known = true, maxIssues }: Checked,
) {
  const history = await openIssueHistory(join(folder, 'kept'));
  const times = { checkedAt: '2026-10-01T09:00:00Z', asOf: '2026-10-01' };
  const comparer = history.comparer({ name, sha256: known ? sha256 : null, ...times, rules, maxIssues });
  const collector = createFileCollector({ file: { path: name, name }, comparer });
  const early = collector.add(issues.slice(0, 1));
  expect(early).toEqual([]);
  const found = collector.add([aPupil(), ...issues.slice(1)]);
  const facts = { size: 1, format: 'csv', version: null, seconds: 1 };
  const { figures } = collector.finish({ ...facts, sha256 });
  return {
    saved: comparer.save(),
    statuses: found.map(({ status }) => status),
    comparison: figures.comparison,
  };
}

const historyFile = (): string => {
  const name = readdirSync(join(folder, 'kept')).find((one) => one.endsWith('.history'));
  return join(folder, 'kept', name ?? '');
};

it('tells new, still and fixed, counts equal ones, and compares the same file with the one before', async () => {
  const first = await check([issue('a', 'x'), issue('a', 'x'), issue('b', 'y')], { sha256: 'one' });
  expect(first).toEqual({ saved: true, statuses: [undefined, undefined, undefined], comparison: null });
  const again = [issue('a', 'x'), issue('a', 'x'), issue('a', 'x'), issue('a', 'z')];
  const second = await check(again, { sha256: 'two', name: 'marks-2027.csv' });
  expect(second.statuses).toEqual(['still', 'still', 'new', 'new']);
  const figures = { new: 2, still: 2, fixed: 1, previous: { name: 'marks-2026.csv', sha256: 'one' } };
  expect(second.comparison).toMatchObject(figures);
  expect((await check(again, { sha256: 'two' })).comparison).toMatchObject(figures);
  // Read from a pipe, it is known for the same file only at its end: the figures are right all the same.
  const piped = await check(again, { sha256: 'two', known: false });
  expect(piped.statuses).toEqual(['still', 'still', 'still', 'still']);
  expect(piped.comparison).toMatchObject(figures);
});

it('leaves out what ran in one of the two alone', async () => {
  await check([issue('a', 'x'), issue('b', 'y')], { sha256: 'one', rules: ['a', 'b'] });
  const { statuses, comparison } = await check([issue('c', 'y'), issue('a', 'x')], {
    ...{ sha256: 'two', rules: ['a', 'c'] },
  });
  expect(statuses).toEqual([undefined, 'still']);
  expect(comparison).toMatchObject({ new: 0, still: 1, fixed: 0, notCompared: ['b', 'c'] });
});

it('holds no key of a pupil, and is for its owner alone', async () => {
  await check([issue('a', `upn:${UPN}`)], { sha256: 'one' });
  expect(readFileSync(historyFile()).includes(UPN)).toBe(false);
  if (process.platform !== 'win32')
    for (const path of [historyFile(), join(folder, 'kept', 'key')])
      expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('refuses a damaged file and keeps it', async () => {
  await check([issue('a', 'x')], { sha256: 'one' });
  const whole = readFileSync(historyFile());
  for (const bad of [
    whole.subarray(0, -1),
    Buffer.from('x'),
    Buffer.alloc(0),
    Buffer.concat([whole, whole]),
  ]) {
    writeFileSync(historyFile(), bad);
    await expect(check([issue('a', 'x')], { sha256: 'two' })).rejects.toMatchObject({
      code: 'history-damaged',
    });
    expect(readFileSync(historyFile()).equals(bad)).toBe(true);
  }
  writeFileSync(join(folder, 'kept', 'key'), 'short');
  await expect(openIssueHistory(join(folder, 'kept'))).rejects.toMatchObject({ code: 'history-damaged' });
  await expect(openIssueHistory(join(folder, 'kept', 'key'))).rejects.toMatchObject({
    code: 'history-unusable',
  });
});

it('neither compares nor remembers a file with too many issues', async () => {
  await check([issue('a', 'x')], { sha256: 'one', maxIssues: 1 });
  const two = await check([issue('a', 'x'), issue('a', 'y')], { sha256: 'two', maxIssues: 1 });
  expect(two).toEqual({ saved: false, statuses: ['still', undefined], comparison: null });
});
