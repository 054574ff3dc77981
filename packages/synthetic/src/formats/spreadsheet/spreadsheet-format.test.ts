import { isDeepStrictEqual } from 'node:util';
import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import { spreadsheetParser, suggestMapping } from '@rollbook/parser-spreadsheet';
import { describe, expect, it } from 'vitest';
import { createSchool, type SyntheticSchool } from '../../school.js';
import { fileBytes } from '../shared/index.js';
import { spreadsheetCsvFormat, spreadsheetLeavesOut, spreadsheetXlsxFormat } from './index.js';

/** What each record has beside the fields of its kind. */
const BASE = new Set(['kind', 'key', 'school', 'pupilKey', 'provenance', 'sent']);
const identity = ({ kind, key }: CanonicalRecord): string => `${kind} ${key}`;

describe.each([spreadsheetXlsxFormat, spreadsheetCsvFormat])('$id', { timeout: 120_000 }, (format) => {
  const school = createSchool({
    seed: 8,
    pupils: 450,
    exclusions: true,
    attendance: { from: '2026-09-01', to: '2026-11-19' },
  });

  /** All records of the files; of a pupil the first record, since the lists beside that of pupils hold the name alone. */
  async function readAll(byMapping: boolean, of: SyntheticSchool = school) {
    const found = new Map<string, CanonicalRecord>();
    const issues: Issue[] = [];
    for (const file of format.files(of)) {
      const bytes = await fileBytes(file);
      const open = () => openSource(bytes, { name: file.name });
      const { mapping } = byMapping ? await suggestMapping(await open(), { today: of.date }) : {};
      const read = await collect(
        spreadsheetParser.parse(await open(), {
          school: of.laestab,
          ...(mapping === undefined ? {} : { mapping }),
        }),
      );
      for (const record of read.records) {
        if (!found.has(identity(record))) found.set(identity(record), record);
      }
      issues.push(...read.issues);
    }
    return { found, issues };
  }

  it('carries what it says it carries, and nothing beside', async () => {
    expect(format.parser).toBe(spreadsheetParser.id);
    const { found, issues } = await readAll(false);
    // A list of something that no pupil has
    const usual = ['spreadsheet-title-rows', 'spreadsheet-no-pupils'];
    expect(issues.filter(({ code }) => !usual.includes(code))).toEqual([]);
    const all = [...school.records()];
    const expected = new Set(all.map(identity));
    expect([...found.keys()].filter((name) => !expected.has(name))).toEqual([]);

    const missing = new Set<RecordKind>();
    const whole = new Map<string, boolean>();
    for (const record of all) {
      const parsed = found.get(identity(record));
      if (parsed === undefined) {
        if (!spreadsheetLeavesOut(record, school.laestab)) missing.add(record.kind);
        continue;
      }
      expect(spreadsheetLeavesOut(record, school.laestab)).toBe(false);
      for (const [field, value] of Object.entries(record)) {
        if (BASE.has(field)) continue;
        const name = `${record.kind}.${field}`;
        const equal = isDeepStrictEqual((parsed as unknown as Record<string, unknown>)[field], value);
        whole.set(name, (whole.get(name) ?? true) && equal);
      }
    }
    expect([...missing]).toEqual([]);
    const carried = [...whole].filter(([, equal]) => equal).map(([name]) => name);
    const listed = Object.entries(format.carries).flatMap(([kind, fields]) =>
      fields.map((field) => `${kind}.${field}`),
    );
    expect(listed.sort()).toEqual(carried.sort());
  });

  it('gives the same by the mapping that is suggested for it', async () => {
    const small = createSchool({
      seed: 9,
      pupils: 60,
      exclusions: true,
      attendance: { from: '2026-11-02', to: '2026-11-19' },
    });
    const by = await readAll(true, small);
    const without = await readAll(false, small);
    expect([...by.found.values()]).toEqual([...without.found.values()]);
  });
});
