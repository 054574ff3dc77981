import { isDeepStrictEqual } from 'node:util';
import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { onerosterParser } from '@rollbook/parser-oneroster';
import { collect, detectParser, openSource } from '@rollbook/parser-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchool } from '../../school.js';
import { fileBytes } from '../shared/index.js';
import { oneRosterCsvFormat, oneRosterLeavesOut } from './index.js';

/** What each record has beside the fields of its kind. */
const BASE = new Set(['kind', 'key', 'school', 'pupilKey', 'provenance', 'sent']);
const identity = ({ kind, key }: CanonicalRecord): string => `${kind} ${key}`;

describe('oneRosterCsvFormat', { timeout: 60_000 }, () => {
  const school = createSchool({
    seed: 8,
    pupils: 60,
    exclusions: true,
    attendance: { from: '2026-09-01', to: '2026-11-19' },
  });
  const files = oneRosterCsvFormat.files(school);
  /** Records of all files, those of one key put together as a store does. */
  const found = new Map<string, Record<string, unknown>>();
  const codes = new Set<string>();

  beforeAll(async () => {
    for (const file of files) {
      const source = await openSource(await fileBytes(file), { name: file.name });
      // Each file by itself, in whatever order: nothing is handed from one to the other
      const { records, issues } = await collect(onerosterParser.parse(source));
      for (const { code } of issues) codes.add(code);
      for (const record of records)
        found.set(identity(record), { ...found.get(identity(record)), ...record });
    }
  });

  it('is a set that its parser knows, file by file', async () => {
    expect(files.map(({ name }) => name)).toEqual([
      'manifest.csv',
      'orgs.csv',
      'roles.csv',
      'users.csv',
      'demographics.csv',
    ]);
    for (const file of files) {
      const source = await openSource(await fileBytes(file), { name: file.name });
      expect(await detectParser(source, [onerosterParser])).toMatchObject({ confidence: 1 });
    }
    // The manifest has no pupils
    expect([...codes]).toEqual(['oneroster-file-unread']);
  });

  it('carries what it says it carries, and nothing beside', () => {
    const all = [school.record, ...school.records()];
    const expected = new Set(all.map(identity));
    expect([...found.keys()].filter((name) => !expected.has(name))).toEqual([]);
    const missing = new Set<RecordKind>();
    const whole = new Map<string, boolean>();
    for (const record of all) {
      const parsed = found.get(identity(record));
      if (parsed === undefined) {
        if (!oneRosterLeavesOut(record)) missing.add(record.kind);
        continue;
      }
      expect(oneRosterLeavesOut(record)).toBe(false);
      for (const [field, value] of Object.entries(record)) {
        if (BASE.has(field)) continue;
        const name = `${record.kind}.${field}`;
        whole.set(name, (whole.get(name) ?? true) && isDeepStrictEqual(parsed[field], value));
      }
    }
    const named = new Set(Object.keys(oneRosterCsvFormat.carries));
    expect([...missing].filter((kind) => named.has(kind))).toEqual([]);
    const carried = [...whole].filter(([, equal]) => equal).map(([name]) => name);
    const listed = Object.entries(oneRosterCsvFormat.carries).flatMap(([kind, fields]) =>
      fields.map((field) => `${kind}.${field}`),
    );
    // Not every field of the list is in sixty pupils
    expect(listed).toEqual(expect.arrayContaining(carried));
    expect(listed.filter((name) => whole.get(name) === false)).toEqual([]);
    expect(listed.filter((name) => !whole.has(name))).toEqual([]);
  });

  it('writes the same again, and a school with faults', async () => {
    for (const file of files) expect((await fileBytes(file)).equals(await fileBytes(file))).toBe(true);
    const faulty = createSchool({ seed: 3, pupils: 40, faults: { rate: 1 } });
    const users = oneRosterCsvFormat.files(faulty)[3]!;
    const { records } = await collect(onerosterParser.parse(await openSource(await fileBytes(users))));
    expect(records.length).toBeGreaterThan(20);
  });
});
