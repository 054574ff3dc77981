import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { artifactUri } from './artifact-uri.js';
import { writeSample } from './testing/sample-report.js';

const require = createRequire(import.meta.url);
const schemaPath = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// Of draft 4, of which it uses nothing that draft 7 reads otherwise but `id`.
const { $schema, id, ...schema } = JSON.parse(readFileSync(schemaPath, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
(formats as unknown as { default: (to: Ajv) => Ajv }).default(ajv);
const isSarif = ajv.compile(schema);

interface Log {
  runs: { results: object[]; tool: { driver: { rules: { id: string }[] } }; invocations: object[] }[];
}

it.each([false, true])('is SARIF 2.1.0 by its public schema, identify %s', (identify) => {
  const log = JSON.parse(writeSample('sarif', { identify })) as Log;
  isSarif(log);
  expect(isSarif.errors).toBe(null);
  const run = log.runs[0];
  expect(run?.results).toMatchObject([
    { ruleId: '1510', ruleIndex: 0, level: 'error', baselineState: 'unchanged' },
    { ruleId: 'mark-unknown', ruleIndex: 1, level: 'warning' },
    { ruleId: 'unknown-column', ruleIndex: 3, level: 'note' },
  ]);
  expect(run?.tool.driver.rules.map((rule) => rule.id)).toEqual([
    ...['1510', 'mark-unknown', 'never-met', 'unknown-column'],
  ]);
  expect(run?.invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: 'bad-quotes' } }] },
  ]);
});

it('the schema would say so if it were none', () => {
  expect([$schema, id].every((text) => typeof text === 'string')).toBe(true);
  expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
});

describe('artifactUri', () => {
  it.each([
    ['./data/a b.xml', 'data/a%20b.xml'],
    ['data\\é.csv', 'data/%C3%A9.csv'],
    ['../a:b#c?.csv', '../a%3Ab%23c%3F.csv'],
    ['/srv/a%.csv', 'file:///srv/a%25.csv'],
    ['C:\\in\\a.csv', 'file:///C:/in/a.csv'],
    ['\\\\host\\share\\a.csv', 'file://host/share/a.csv'],
    ['-', 'stdin'],
  ])('of %s', (path, uri) => {
    expect(artifactUri(path)).toBe(uri);
  });
});
