import { describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, lines, runCaptured } from '../run-captured.test-support.js';

describe('validate', () => {
  it('reports by code, worst first, with places and without data of pupils', async () => {
    const { code, stdout, stderr } = await runCaptured(['validate', fixture, ...asOf]);
    expect(code).toBe(ExitCode.dataErrors);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\n {2}error {2}1510 +1 × {2}UPN has the wrong check letter/);
    expect(stdout.indexOf('error  ')).toBeLessThan(stdout.indexOf('query  '));
    expect(stdout).toMatch(/line \d+, column \d+ {2}upn\n/);
    for (const canary of canaries) expect(stdout).not.toContain(canary);
  });

  it('shows values and keys with --identify', async () => {
    const { stdout } = await runCaptured(['validate', fixture, ...asOf, '--identify']);
    expect(stdout).toContain('"A999499921002"');
  });

  it('shows at most as many places as --max-issues says, and counts all', async () => {
    const all = await runCaptured(['validate', fixture, ...asOf]);
    const one = await runCaptured(['validate', fixture, ...asOf, '--max-issues', '1']);
    const places = (text: string) => lines(text).filter((line) => /^ {9}line \d/.test(line)).length;
    expect(places(all.stdout)).toBeGreaterThan(1);
    expect(places(one.stdout)).toBe(1);
    expect(lines(one.stdout)[0]).toBe(lines(all.stdout)[0]);
  });

  it('prints one JSON object', async () => {
    const { code, stdout } = await runCaptured(['validate', fixture, 'missing.xml', ...asOf, '--json']);
    expect(code).toBe(ExitCode.unreadable);
    expect(lines(stdout)).toHaveLength(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      asOf: '2026-01-15',
      issues: { error: 1 },
      files: [
        { path: fixture, format: 'ctf', version: '25.0', issues: { error: 1 }, error: null },
        { path: 'missing.xml', records: 0, codes: [], error: { code: 'file-not-found' } },
      ],
    });
    expect(report.records).toBe(report.files[0].records);
    expect(report.files[0].byKind.pupil).toBe(3);
    expect(report.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(report.files[0].codes[0]).toMatchObject({
      code: '1510',
      severity: 'error',
      count: 1,
      first: [{ field: 'upn', kind: 'pupil', place: { line: expect.any(Number) } }],
    });
    for (const canary of canaries) expect(stdout).not.toContain(canary);
  });

  it('judges by the day of --as-of', async () => {
    const early = await runCaptured(['validate', fixture, '--as-of', '2014-01-01', '--json']);
    const codes = (JSON.parse(early.stdout).files[0].codes as { code: string }[]).map(({ code }) => code);
    const then = await runCaptured(['validate', fixture, ...asOf, '--json']);
    const codesThen = (JSON.parse(then.stdout).files[0].codes as { code: string }[]).map(({ code }) => code);
    // On that day none of the pupils was born.
    expect(codes).not.toEqual(codesThen);
  });
});
