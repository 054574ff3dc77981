import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UPN } from '../testing/samples.js';
import { createReport } from './create-report.js';
import { reportFormats, type ReportIssue } from './report.js';
import { reportSchema } from './report-schema.js';
import { sampleIssues, sampleRun, writeSample } from './testing/sample-report.js';

const streaming = ['json', 'ndjson', 'csv', 'junit', 'sarif'] as const;

describe.each(streaming)('%s', (format) => {
  it.each([false, true])('is as it was looked at, identify %s', async (identify) => {
    const name = `./__fixtures__/report${identify ? '-identify' : ''}.${format}.txt`;
    await expect(writeSample(format, { identify })).toMatchFileSnapshot(name);
  });
});

const secret = fc.stringMatching(/^[a-z]{12}$/).map((text) => `secret-${text}`);

describe.each(reportFormats)('%s holds back', (format) => {
  it('values, keys and names unless the run identifies', () => {
    fc.assert(
      fc.property(secret, secret, secret, secret, (value, key, pupilKey, pupil) => {
        const issues = sampleIssues.map((issue): ReportIssue => {
          return { issue: { ...issue, value, record: { kind: 'contact', key, pupilKey } }, pupil };
        });
        const hidden = writeSample(format, { issues });
        for (const text of [value, key, pupilKey, pupil]) expect(hidden.includes(text)).toBe(false);
        expect(hidden.includes(UPN) || hidden.includes('Zoë') || hidden.includes('Singh')).toBe(false);
        expect(writeSample(format, { issues, identify: true, failOn: 'query' })).toContain(value);
      }),
      { numRuns: 20 },
    );
  });
});

const anyText = fc.string({ unit: 'binary', maxLength: 20 });
const anyIssue = fc
  .record({ message: anyText, help: anyText, field: anyText, value: anyText, key: anyText, pupil: anyText })
  .map(({ pupil, key, ...texts }): ReportIssue => {
    const record = { kind: 'contact', key, pupilKey: key };
    return { issue: { code: 'any', severity: 'query', place: { line: 1 }, ...texts, record }, pupil };
  });

describe('with any text', () => {
  it('JSON is what its schema says, and NDJSON a line an object', () => {
    fc.assert(
      fc.property(fc.array(anyIssue, { maxLength: 4 }), fc.boolean(), (issues, identify) => {
        const report = reportSchema.parse(JSON.parse(writeSample('json', { issues, identify })));
        expect(report.files.map((file) => file.issues.length)).toEqual([issues.length, 0, 0]);
        const lines = writeSample('ndjson', { issues, identify }).trimEnd().split('\n');
        const types = lines.map((line) => (JSON.parse(line) as { type: string }).type);
        expect(types).toEqual(['run', ...issues.map(() => 'issue'), 'file', 'file', 'file', 'end']);
        if (identify && issues[0] !== undefined)
          expect(report.files[0]?.issues[0]?.value).toBe(issues[0].issue.value);
      }),
    );
  });

  it('CSV keeps its cells, and none that begins a formula', () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', '\r', '\n', '=', '-', '@', 'a', ' ', 'é'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(cell, cell, (message, value) => {
        const issue = { code: 'any', severity: 'query', place: {}, message, help: 'Help.', value } as const;
        const rows = csvRows(writeSample('csv', { issues: [{ issue }], identify: true }));
        expect(rows.map((row) => row.length)).toEqual([21, 21, 21]);
        for (const [at, sent] of [
          [3, message],
          [17, value],
        ] as const)
          expect([sent, `'${sent}`]).toContain(rows[1]?.[at]);
        expect(rows.flat().filter((one) => /^[=@\r\n]/.test(one))).toEqual([]);
      }),
    );
  });
});

/** Cells by RFC 4180, without the byte order mark. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

it('JSON is whole when a file was begun and never ended', () => {
  const writer = createReport('json');
  const text = [
    writer.begin(sampleRun),
    writer.beginFile({ path: 'a', name: 'a' }),
    writer.beginFile({ path: 'b', name: 'b' }),
    writer.end({
      ...{ files: 0, unreadable: 0, records: 0, issues: { error: 0, query: 0, info: 0 } },
      ...{ seconds: 0, passed: false },
    }),
  ].join('');
  expect(reportSchema.parse(JSON.parse(text)).files.map(({ figures }) => figures)).toEqual([null, null]);
});
