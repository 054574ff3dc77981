import { isDeepStrictEqual } from 'node:util';
import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { isamsParser } from '@rollbook/parser-isams';
import { collect, openSource } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { createSchool } from '../../school.js';
import { fileBytes } from '../shared/index.js';
import { isamsCsvFormat, isamsJsonFormat, isamsLeavesOut, isamsXlsxFormat, isamsXmlFormat } from './index.js';

/** What each record has beside the fields of its kind. */
const BASE = new Set(['kind', 'key', 'school', 'pupilKey', 'provenance', 'sent']);
const identity = ({ kind, key }: CanonicalRecord): string => `${kind} ${key}`;

describe.each([isamsXmlFormat, isamsJsonFormat, isamsCsvFormat, isamsXlsxFormat])(
  '$id',
  { timeout: 60_000 },
  (format) => {
    const school = createSchool({
      seed: 8,
      pupils: 150,
      attendance: { from: '2026-06-01', to: '2026-11-19' },
    });

    it('carries what it says it carries, and nothing beside', async () => {
      const [file] = format.files(school);
      const source = await openSource(await fileBytes(file!), { name: file!.name });
      const { records, issues } = await collect(isamsParser.parse(source, { school: school.laestab }));
      expect(format.parser).toBe(isamsParser.id);
      expect(issues).toEqual([]);
      const found = new Map(records.map((record) => [identity(record), record]));
      const all = [...school.records()];
      const expected = new Set(all.map(identity));
      expect(records.map(identity).filter((name) => !expected.has(name))).toEqual([]);

      const missing = new Set<RecordKind>();
      const whole = new Map<string, boolean>();
      for (const record of all) {
        const parsed = found.get(identity(record));
        if (parsed === undefined) {
          if (!isamsLeavesOut(record)) missing.add(record.kind);
          continue;
        }
        expect(isamsLeavesOut(record)).toBe(false);
        for (const [field, value] of Object.entries(record)) {
          if (BASE.has(field)) continue;
          const name = `${record.kind}.${field}`;
          const equal = isDeepStrictEqual((parsed as unknown as Record<string, unknown>)[field], value);
          whole.set(name, (whole.get(name) ?? true) && equal);
        }
      }
      const named = new Set(Object.keys(format.carries));
      expect([...missing].filter((kind) => named.has(kind))).toEqual([]);
      const carried = [...whole].filter(([, equal]) => equal).map(([name]) => name);
      const listed = Object.entries(format.carries).flatMap(([kind, fields]) =>
        fields.map((field) => `${kind}.${field}`),
      );
      expect(listed.sort()).toEqual(carried.sort());
    });

    it('writes the same again, in pieces, and a school of one', async () => {
      const [file] = format.files(school);
      expect((await fileBytes(file!)).equals(await fileBytes(file!))).toBe(true);
      let pieces = 0;
      for await (const piece of file!.content()) {
        expect(piece.length).toBeLessThan(200_000);
        pieces++;
      }
      expect(pieces).toBeGreaterThan(format === isamsXmlFormat || format === isamsJsonFormat ? 5 : 0);
      const alone = createSchool({ seed: 1, pupils: 1 });
      const source = await openSource(await fileBytes(format.files(alone)[0]!));
      const { records } = await collect(isamsParser.parse(source));
      expect(records.filter(({ kind }) => kind === 'pupil')).toHaveLength(1);
    });
  },
);
