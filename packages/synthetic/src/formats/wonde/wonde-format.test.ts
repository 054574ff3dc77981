import { isDeepStrictEqual } from 'node:util';
import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { collect, detectParser, openSource } from '@rollbook/parser-kit';
import { wondeParser } from '@rollbook/parser-wonde';
import { describe, expect, it } from 'vitest';
import { createSchool, type SyntheticSchool } from '../../school.js';
import { fileBytes } from '../shared/index.js';
import { wondeJsonFormat, wondeLeavesOut } from './index.js';

/** What each record has beside the fields of its kind. */
const BASE = new Set(['kind', 'key', 'school', 'pupilKey', 'provenance', 'sent']);
const identity = ({ kind, key }: CanonicalRecord): string => `${kind} ${key}`;

/** Which fields came through whole, and which kinds have a record that didn't come through at all. */
async function compare(school: SyntheticSchool) {
  const [file] = wondeJsonFormat.files(school);
  const source = await openSource(await fileBytes(file!), { name: file!.name });
  const { records, issues } = await collect(wondeParser.parse(source));
  expect(issues).toEqual([]);
  const found = new Map(records.map((record) => [identity(record), record]));
  expect(found.size).toBe(records.length);
  const all = [school.record, ...school.records()];
  const expected = new Set(all.map(identity));
  expect(records.map(identity).filter((name) => !expected.has(name))).toEqual([]);
  const missing = new Set<RecordKind>();
  const whole = new Map<string, boolean>();
  for (const record of all) {
    const parsed = found.get(identity(record));
    if (parsed === undefined) {
      if (!wondeLeavesOut(record)) missing.add(record.kind);
      continue;
    }
    expect(wondeLeavesOut(record)).toBe(false);
    for (const [field, value] of Object.entries(record)) {
      if (BASE.has(field)) continue;
      const name = `${record.kind}.${field}`;
      const equal = isDeepStrictEqual((parsed as unknown as Record<string, unknown>)[field], value);
      whole.set(name, (whole.get(name) ?? true) && equal);
    }
  }
  return { missing, whole };
}

const listed = Object.entries(wondeJsonFormat.carries).flatMap(([kind, fields]) =>
  fields.map((field) => `${kind}.${field}`),
);

describe('wondeJsonFormat', { timeout: 120_000 }, () => {
  const options = { exclusions: true, attendance: { from: '2026-09-01', to: '2026-11-19' } } as const;
  const small = createSchool({ seed: 8, pupils: 60, ...options });

  it('brings sixty pupils back, field by field', async () => {
    const { missing, whole } = await compare(small);
    expect([...missing].filter((kind) => kind in wondeJsonFormat.carries)).toEqual([]);
    expect(listed.filter((name) => whole.get(name) === false)).toEqual([]);
    expect(whole.get('attendance-mark.code')).toBe(true);
  });

  it('carries what it says it carries, and nothing beside', async () => {
    const { whole } = await compare(
      createSchool({
        seed: 8,
        pupils: 700,
        exclusions: true,
        attendance: { from: '2026-11-02', to: '2026-11-19' },
      }),
    );
    const carried = [...whole].filter(([, equal]) => equal).map(([name]) => name);
    expect(listed.sort()).toEqual(carried.sort());
  });

  it('is known by its parser, writes the same again, and a school of one', async () => {
    const [file] = wondeJsonFormat.files(small);
    const bytes = await fileBytes(file!);
    expect(bytes.equals(await fileBytes(file!))).toBe(true);
    expect(wondeJsonFormat.parser).toBe(wondeParser.id);
    expect(await detectParser(await openSource(bytes), [wondeParser])).toMatchObject({ confidence: 1 });
    const alone = await compare(createSchool({ seed: 1, pupils: 1 }));
    expect(alone.whole.get('pupil.upn')).toBe(true);
  });
});
