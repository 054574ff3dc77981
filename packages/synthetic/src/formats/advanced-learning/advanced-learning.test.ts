import { isDeepStrictEqual } from 'node:util';
import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { cmisParser, progressoParser } from '@rollbook/parser-advanced-learning';
import { collect, detectParsers, type Issue, openSource } from '@rollbook/parser-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchool } from '../../school.js';
import { fileBytes } from '../shared/index.js';
import {
  cmisCsvFormat,
  cmisLeavesOut,
  progressoCsvFormat,
  progressoLeavesOut,
  progressoXlsxFormat,
} from './index.js';

/** What each record has beside the fields of its kind. */
const BASE = new Set(['kind', 'key', 'school', 'pupilKey', 'provenance', 'sent']);
const identity = ({ kind, key }: CanonicalRecord): string => `${kind} ${key}`;
const laestab = '9998888';

describe.each([
  { format: progressoCsvFormat, parser: progressoParser, leavesOut: progressoLeavesOut, infos: [] },
  { format: progressoXlsxFormat, parser: progressoParser, leavesOut: progressoLeavesOut, infos: [] },
  {
    format: cmisCsvFormat,
    parser: cmisParser,
    leavesOut: (record: CanonicalRecord) => cmisLeavesOut(record, laestab),
    infos: ['cmis-name-split', 'cmis-title-rows'],
  },
])('$format.id', { timeout: 60_000 }, ({ format, parser, leavesOut, infos }) => {
  const school = createSchool({
    seed: 260,
    pupils: 60,
    exclusions: true,
    attendance: { from: '2026-04-13', to: '2026-11-19' },
  });
  const all = [...school.records()];
  const found = new Map<string, CanonicalRecord>();
  const issues: Issue[] = [];

  beforeAll(async () => {
    for (const file of format.files(school)) {
      const bytes = await fileBytes(file);
      const source = await openSource(bytes, { name: file.name });
      const read = await collect(parser.parse(source, { school: laestab, latestYear: 2026 }));
      issues.push(...read.issues);
      for (const record of read.records) {
        // A list of marks knows less of a pupil than a list of pupils
        if (!found.has(identity(record))) found.set(identity(record), record);
      }
    }
  });

  it('is known by its heads', async () => {
    expect(format.parser).toBe(parser.id);
    for (const file of format.files(school)) {
      const source = await openSource(await fileBytes(file));
      const best = await detectParsers(source, [progressoParser, cmisParser]);
      expect(best.map(({ parser: { id } }) => id)).toEqual([parser.id]);
    }
  });

  it('is read without an issue and without a record too many', () => {
    expect(issues.map(({ code }) => code).sort()).toEqual(infos);
    const expected = new Set(all.map(identity));
    expect([...found.keys()].filter((name) => !expected.has(name))).toEqual([]);
    // There is something to compare
    for (const kind of ['attendance-mark', 'exclusion']) {
      expect(all.some((record) => record.kind === kind && !leavesOut(record))).toBe(true);
    }
  });

  it('carries what it says it carries, and nothing beside', () => {
    const named = new Set(Object.keys(format.carries));
    const missing: string[] = [];
    const whole = new Map<string, boolean>();
    for (const record of all) {
      const parsed = found.get(identity(record));
      if (parsed === undefined) {
        if (!leavesOut(record) && named.has(record.kind)) missing.push(identity(record));
        continue;
      }
      if (leavesOut(record)) throw new Error(`${identity(record)} is not left out`);
      for (const [field, value] of Object.entries(record)) {
        if (BASE.has(field)) continue;
        const name = `${record.kind}.${field}`;
        const equal = isDeepStrictEqual((parsed as unknown as Record<string, unknown>)[field], value);
        whole.set(name, (whole.get(name) ?? true) && equal);
      }
    }
    expect(missing).toEqual([]);
    const carried = [...whole].filter(([, equal]) => equal).map(([name]) => name);
    const listed = Object.entries(format.carries).flatMap(([kind, fields]) =>
      fields.map((field) => `${kind}.${field}`),
    );
    expect(carried.sort()).toEqual(listed.sort());
    expect(new Set(carried.map((name) => name.split('.')[0] as RecordKind)).size).toBe(named.size);
  });

  it('writes the same again, in pieces', async () => {
    const [first] = format.files(school);
    expect((await fileBytes(first!)).equals(await fileBytes(first!))).toBe(true);
  });
});
