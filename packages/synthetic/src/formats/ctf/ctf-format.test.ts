import { isDeepStrictEqual } from 'node:util';
import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { ctfParser } from '@rollbook/parser-ctf';
import { collect, openSource } from '@rollbook/parser-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchool, type SyntheticSchool } from '../../school.js';
import { fileBytes } from '../shared/index.js';
import { ctfFormat, ctfLeavesOut } from './ctf-format.js';

/** A CTF has no span for sums of attendance, so these are told apart by school year and school. */
function identity(record: CanonicalRecord): string {
  return record.kind === 'attendance-summary'
    ? [record.kind, record.pupilKey, record.academicYear, record.attended].join(' ')
    : `${record.kind} ${record.key}`;
}

/** What each record has beside the fields of its kind. */
const BASE = new Set(['kind', 'key', 'school', 'pupilKey', 'provenance', 'sent']);

describe('ctfFormat', () => {
  let school: SyntheticSchool;
  let records: CanonicalRecord[];
  let all: CanonicalRecord[];
  const found = new Map<string, CanonicalRecord>();

  beforeAll(async () => {
    school = createSchool({
      seed: 8,
      pupils: 900,
      exclusions: true,
      attendance: { from: '2026-06-01', to: '2026-11-19' },
    });
    all = [school.record, ...school.records()];
    const [file] = ctfFormat.files(school);
    expect(file!.name).toBe('9998888_CTF_999LLLL_001.xml');
    const read = await collect(ctfParser.parse(await openSource(await fileBytes(file!))));
    expect(read.issues).toEqual([]);
    records = read.records;
    for (const record of records) found.set(identity(record), record);
  });

  it('is read by its parser, without an issue and without a record too many', () => {
    expect(ctfFormat.parser).toBe(ctfParser.id);
    const expected = new Set(all.map(identity));
    expect(records.map(identity).filter((id) => !expected.has(id))).toEqual([]);
  });

  it('carries what it says it carries, and nothing beside', () => {
    const missing = new Set<RecordKind>();
    const whole = new Map<string, boolean>();
    for (const record of all) {
      const parsed = found.get(identity(record));
      if (parsed === undefined) {
        if (!ctfLeavesOut(record)) missing.add(record.kind);
        continue;
      }
      if (ctfLeavesOut(record)) throw new Error(`${identity(record)} is not left out`);
      for (const [field, value] of Object.entries(record)) {
        if (BASE.has(field)) continue;
        const name = `${record.kind}.${field}`;
        const equal = isDeepStrictEqual((parsed as unknown as Record<string, unknown>)[field], value);
        whole.set(name, (whole.get(name) ?? true) && equal);
      }
    }
    expect([...missing]).toEqual(['exclusion']);
    const carried = [...whole].filter(([, equal]) => equal).map(([name]) => name);
    const listed = Object.entries(ctfFormat.carries).flatMap(([kind, fields]) =>
      fields.map((field) => `${kind}.${field}`),
    );
    expect(listed.sort()).toEqual(carried.sort());
  });
});
