import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchool } from '../school.js';
import { allParsers } from './all-parsers.test-support.js';
import { compareFormat } from './compare-format.test-support.js';
import { syntheticFormats } from './index.js';

const school = createSchool({
  seed: 2026,
  pupils: 1_200,
  date: '2026-11-20',
  attendance: { from: '2025-09-01', to: '2026-07-22' },
  exclusions: true,
});

describe('a school of 1,200 pupils with a year of attendance, suspensions and results', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-equality-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it.each(syntheticFormats.map((format) => [format.id, format] as const))(
    'is the same school out of %s',
    async (_, format) => {
      const { detected, compared, differences, errors } = await compareFormat(
        format,
        school,
        allParsers,
        folder,
      );
      for (const { file, parser, reason, runnersUp } of detected) {
        expect(parser, `${file}: ${reason}`).toBe(format.parser);
        expect(reason).not.toBe('');
        expect(runnersUp, `${file}: as sure as the right parser`).toEqual([]);
      }
      expect(errors).toEqual({});
      expect(differences).toEqual([]);
      for (const kind of Object.keys(format.carries)) {
        // A kind that no record came of would make the comparison say nothing
        expect(compared[kind as keyof typeof compared], kind).toBeGreaterThan(0);
      }
      expect(compared.pupil).toBe(1_200);
      if (format.carries['attendance-mark'] !== undefined) {
        // CMIS lists absences alone: about one session in fourteen
        expect(compared['attendance-mark']).toBeGreaterThan(format.parser === 'cmis' ? 20_000 : 300_000);
      }
    },
    300_000,
  );
});
