import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arborParser } from '@rollbook/parser-arbor';
import { bromcomParser } from '@rollbook/parser-bromcom';
import { collect, openSource } from '@rollbook/parser-kit';
import { afterAll, describe, expect, it } from 'vitest';
import { createSchool } from '../../school.js';
import { compareFormat } from '../compare-format.test-support.js';
import { fileBytes } from '../shared/index.js';
import { arborCsvFormat, arborJsonFormat } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'rollbook-arbor-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each([arborCsvFormat, arborJsonFormat])('$id', { timeout: 60_000 }, (format) => {
  const school = createSchool({
    seed: 33,
    pupils: 180,
    phase: 'secondary',
    exclusions: true,
    attendance: { from: '2026-05-04', to: '2026-10-16' },
  });

  it('is the same school when it is read again, field by field', async () => {
    const parsers = [arborParser, bromcomParser];
    const { detected, compared, differences, errors } = await compareFormat(format, school, parsers, folder);
    for (const { file, parser, runnersUp } of detected)
      expect([file, parser, runnersUp]).toEqual([file, arborParser.id, []]);
    expect(format.parser).toBe(arborParser.id);
    expect(errors).toEqual({});
    expect(differences).toEqual([]);
    for (const kind of Object.keys(format.carries)) {
      expect(compared[kind as keyof typeof compared], kind).toBeGreaterThan(0);
    }
    expect(compared.pupil).toBe(180);
    expect(compared['attendance-mark']).toBeGreaterThan(10_000);
  });

  it('is read without an issue', async () => {
    for (const file of format.files(school)) {
      const source = await openSource(await fileBytes(file), { name: file.name });
      const { records, issues: told } = await collect(arborParser.parse(source, { school: school.laestab }));
      // Some words for ethnicities are those of two codes
      const issues = told.filter(({ field }) => field !== 'ethnicity');
      const permanent = file.name.startsWith('PERMANENT');
      expect(issues.filter(({ code }) => !permanent || code !== 'arbor-no-pupils')).toEqual([]);
      if (!permanent) expect(records.length).toBeGreaterThan(0);
    }
  });

  it('writes the same again, in pieces, and a school of one', async () => {
    const files = format.files(school);
    const marks = files.find(({ name }) => /attendance|tables/i.test(name))!;
    expect((await fileBytes(marks)).equals(await fileBytes(marks))).toBe(true);
    let pieces = 0;
    for await (const piece of marks.content()) {
      expect(piece.length).toBeLessThan(200_000);
      pieces++;
    }
    expect(pieces).toBeGreaterThan(5);
    const [pupils] = format.files(createSchool({ seed: 1, pupils: 1 }));
    const { records } = await collect(arborParser.parse(await openSource(await fileBytes(pupils!))));
    expect(records.filter((record) => record.kind === 'pupil' && record.upn !== undefined)).toHaveLength(1);
  });
});
