import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, openSource } from '@rollbook/parser-kit';
import { simsParser } from '@rollbook/parser-sims';
import { afterAll, describe, expect, it } from 'vitest';
import { createSchool } from '../../school.js';
import { compareFormat } from '../compare-format.test-support.js';
import { fileBytes } from '../shared/index.js';
import { simsCsvFormat, simsXlsxFormat, simsXmlFormat } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'rollbook-sims-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each([simsXmlFormat, simsCsvFormat, simsXlsxFormat])('$id', { timeout: 120_000 }, (format) => {
  const school = createSchool({
    seed: 12,
    pupils: 250,
    exclusions: true,
    attendance: { from: '2026-06-01', to: '2026-10-16' },
  });

  it('is the same school when it is read again, field by field', async () => {
    const { detected, compared, differences, errors } = await compareFormat(
      format,
      school,
      [simsParser],
      folder,
    );
    for (const { file, parser, reason } of detected) {
      expect([file, parser]).toEqual([file, simsParser.id]);
      expect(reason).not.toMatch(/none of them SIMS/);
    }
    expect(errors).toEqual({});
    expect(differences).toEqual([]);
    for (const kind of Object.keys(format.carries)) {
      expect(compared[kind as keyof typeof compared], kind).toBeGreaterThan(0);
    }
    expect(compared.pupil).toBe(250);
    expect(compared['attendance-mark']).toBeGreaterThan(10_000);
  });

  it('is read without an issue but for title rows', async () => {
    const small = createSchool({ seed: 5, pupils: 40, exclusions: true });
    for (const file of format.files(small)) {
      const source = await openSource(await fileBytes(file), { name: file.name });
      const { issues } = await collect(simsParser.parse(source, { school: small.laestab }));
      const codes = new Set(issues.map(({ code }) => code));
      // A small school has no marks, and perhaps no suspension
      for (const code of ['sims-title-rows', 'sims-report-empty', 'sims-no-pupils']) codes.delete(code);
      expect([file.name, ...codes]).toEqual([file.name]);
    }
  });

  it('writes the same again, and marks in pieces', async () => {
    const marks = format.files(school).at(-1)!;
    expect((await fileBytes(marks)).equals(await fileBytes(marks))).toBe(true);
    let pieces = 0;
    for await (const piece of marks.content()) {
      expect(piece.length).toBeLessThan(300_000);
      pieces++;
    }
    expect(pieces).toBeGreaterThan(2);
  });
});
