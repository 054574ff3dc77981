import type { CanonicalRecord, FileProvenance, Pupil } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { parseText, PUPIL_KEY } from './__fixtures__/parse-text.js';
import { writeCtf, type WriteCtfHeader, type WriteCtfOptions } from './write-ctf.js';

const file: FileProvenance = { sha256: null, size: null, supplier: 'test', format: 'test' };
const base = { provenance: { file, place: {} }, pupilKey: PUPIL_KEY };
const pupil: Pupil = {
  kind: 'pupil',
  key: PUPIL_KEY,
  provenance: base.provenance,
  upn: 'H856200119001',
  surname: 'Example & Son',
  forename: 'Ann <b>',
  sex: 'F',
};
const header: WriteCtfHeader = {
  dateTime: '2026-01-15T09:30:00',
  sourceSchool: {
    la: '856',
    establishment: '2001',
    urn: '100001',
    name: 'Example School',
    academicYear: 2025,
  },
};

async function write(
  records: Iterable<CanonicalRecord> | AsyncIterable<CanonicalRecord>,
  options: Partial<WriteCtfOptions> = {},
): Promise<string> {
  let xml = '';
  for await (const piece of writeCtf({ header, ...options }, records)) xml += piece;
  return xml;
}

describe('writeCtf', () => {
  it('writes a header and pupils in the order of the format', async () => {
    expect(await write([pupil])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<CTfile>\n' +
        '<Header><DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion>' +
        '<DateTime>2026-01-15T09:30:00</DateTime><DocumentQualifier>full</DocumentQualifier>' +
        '<SourceSchool><LEA>856</LEA><Estab>2001</Estab><URN>100001</URN><SchoolName>Example School</SchoolName>' +
        '<AcademicYear>2025</AcademicYear></SourceSchool><DestSchool><LEA>XXX</LEA><Estab>XXXX</Estab></DestSchool>' +
        '</Header>\n<CTFpupilData>\n' +
        '<Pupil><UPN>H856200119001</UPN><Surname>Example &amp; Son</Surname><Forename>Ann &lt;b&gt;</Forename>' +
        '<Sex>F</Sex></Pupil>\n</CTFpupilData>\n</CTfile>\n',
    );
  });

  it('follows the version: Gender, no URN, and the other root', async () => {
    const xml = await write([pupil], { header: { ...header, version: '17.0' }, root: 'CTFile' });
    expect(xml).toContain('<CTFile>');
    expect(xml).toContain('<CTFversion>17.0</CTFversion>');
    expect(xml).toContain('<Gender>F</Gender>');
    expect(xml).not.toContain('URN');
  });

  it('takes records as they come, pupil after pupil', async () => {
    const second: Pupil = { ...pupil, key: 'upn:B', upn: 'B' };
    async function* records(): AsyncGenerator<CanonicalRecord> {
      await Promise.resolve();
      yield { kind: 'looked-after', key: 'a', ...base, inCare: true };
      yield pupil;
      yield second;
      yield { kind: 'looked-after', key: 'b', ...base, pupilKey: 'upn:B', inCare: false };
    }
    const { of } = await parseText(await write(records()));
    expect(of('looked-after').map(({ pupilKey, inCare }) => [pupilKey, inCare])).toEqual([
      [PUPIL_KEY, true],
      ['upn:B', false],
    ]);
  });

  it('gives pieces, not the whole file at once', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ ...pupil, key: `upn:${i}`, upn: String(i) }));
    const lengths: number[] = [];
    for await (const piece of writeCtf({ header }, many)) lengths.push(piece.length);
    expect(lengths.length).toBeGreaterThan(4);
    expect(Math.max(...lengths)).toBeLessThan(70_000);
  });

  it.each<[string, CanonicalRecord]>([
    ['an exclusion', { kind: 'exclusion', key: 'x', ...base, category: 'SUSP' }],
    [
      'a mark of two characters',
      { kind: 'attendance-mark', key: 'x', ...base, date: '2026-01-09', session: 'AM', code: 'J1' },
    ],
    [
      'a service child, whose element is unconfirmed',
      { kind: 'service-child', key: 'x', ...base, indicator: 'Y' },
    ],
    ['a second record of the same pupil', pupil],
  ])('does not lose %s in silence', async (_, record) => {
    await expect(write([pupil, record])).rejects.toThrow(TypeError);
    const left: CanonicalRecord[] = [];
    const xml = await write([pupil, record], { onUnwritable: (one) => left.push(one) });
    expect(left).toEqual([record]);
    expect(xml).toContain('<Pupil>');
  });

  it('refuses records without their pupil', async () => {
    await expect(write([{ kind: 'looked-after', key: 'a', ...base, inCare: true }])).rejects.toThrow(
      /stand together/,
    );
  });

  it('makes of a character that XML can not hold a replacement character', async () => {
    const { of } = await parseText(await write([{ ...pupil, surname: 'a\u0000b\ud800c\r\nd' }]));
    expect(of('pupil')[0]?.surname).toBe('a\ufffdb\ufffdc\r\nd');
  });

  it('refuses the name of an extension that can not be an element', async () => {
    await expect(write([{ ...pupil, extensions: { 'Legal Surname': 'x' } }])).rejects.toThrow(RangeError);
  });

  it('writes what only some versions have when it is asked to', async () => {
    const xml = await write(
      [
        pupil,
        { kind: 'service-child', key: 'x', ...base, indicator: 'Y' },
        { kind: 'pupil-premium', key: 'x', ...base, startDate: '2025-04-01', eligible: true },
        {
          kind: 'sen-provision',
          key: 'x',
          ...base,
          startDate: '2025-04-01',
          endDate: '2025-05-01',
          provision: 'K',
        },
      ],
      { includeUnconfirmed: true },
    );
    expect(xml).toContain('<ServiceChild>Y</ServiceChild>');
    expect(xml).toContain(
      '<PupilPremium><StartDate>2025-04-01</StartDate><Eligible>true</Eligible></PupilPremium>',
    );
    expect(xml).toContain('<EndDate>2025-05-01</EndDate>');
  });
});
