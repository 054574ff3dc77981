import { describe, expect, it } from 'vitest';
import { canonicalRecordSchema, isRecordKind, recordKinds, recordSchemas } from './index.js';

const provenance = {
  file: { name: 'a.xml', sha256: 'a'.repeat(64), size: 12, supplier: 'dfe', format: 'ctf', version: '25.0' },
  place: { line: 3, column: 5, path: '/CTFile/CTFpupilData/Pupil[1]' },
};

describe('canonical records', () => {
  it('are told apart by kind', () => {
    const mark = {
      kind: 'attendance-mark',
      key: 'upn:X|2026-09-02|AM',
      pupilKey: 'upn:X',
      school: '8564123',
      date: '2026-09-02',
      session: 'AM',
      code: '/',
      provenance,
      extensions: { Room: { name: 'A1', seats: [1, 2] } },
    };
    expect(canonicalRecordSchema.parse(mark)).toEqual(mark);
    expect(canonicalRecordSchema.safeParse({ ...mark, session: 'EV' }).success).toBe(false);
    expect(canonicalRecordSchema.safeParse({ ...mark, kind: 'mark' }).success).toBe(false);
    expect(canonicalRecordSchema.safeParse({ ...mark, pupilKey: undefined }).success).toBe(false);
  });

  it('have one schema a kind, each in the union', () => {
    expect(Object.keys(recordSchemas)).toEqual(canonicalRecordSchema.options.map((o) => o.shape.kind.value));
    expect(recordKinds).toContain('exclusion');
    expect(isRecordKind('exclusion')).toBe(true);
    expect(isRecordKind('toString')).toBe(false);
  });

  it('take a file whose digest is not known yet', () => {
    const school = { kind: 'school', key: 'laestab:8564123', provenance };
    const open = { ...provenance, file: { ...provenance.file, sha256: null, size: null } };
    expect(canonicalRecordSchema.safeParse({ ...school, provenance: open }).success).toBe(true);
    const bad = { ...provenance, file: { ...provenance.file, sha256: 'ABC' } };
    expect(canonicalRecordSchema.safeParse({ ...school, provenance: bad }).success).toBe(false);
  });
});
