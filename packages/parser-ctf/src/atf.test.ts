import { readFileSync } from 'node:fs';
import { type CanonicalRecord, canonicalRecordSchema } from '@rollbook/model';
import { collect, openSource, UnreadableInputError } from '@rollbook/parser-kit';
import { describeParser } from '@rollbook/parser-kit/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atfParser } from './atf-parser.js';
import { ctfParser } from './ctf-parser.js';
import { writeAtf } from './write-atf.js';
import { writeCtf } from './write-ctf.js';

const fixture = readFileSync(new URL('./__fixtures__/atf/atf-23.xml', import.meta.url));
const parse = async (bytes: Uint8Array | string) =>
  collect(atfParser.parse(await openSource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)));
const textOf = async (pieces: AsyncIterable<string>): Promise<string> => {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
};
const header = {
  version: '23.0',
  dateTime: '2027-04-20T09:30:00',
  sourceSchool: { la: '856', establishment: 'LLLL' },
  destSchool: { la: '856', establishment: '2001' },
};
const pupils = (count: number): string => {
  const text = fixture.toString();
  const [start, end] = [text.indexOf('<Pupil>'), text.indexOf('</Pupil>') + 8];
  const many = Array.from({ length: count }, (_, i) =>
    text.slice(start, end).replace('-00001', `-${10000 + i}`),
  );
  return text.slice(0, start) + many.join('\n') + text.slice(text.lastIndexOf('</Pupil>') + 8);
};

describeParser(atfParser, {
  samples: [
    { name: '856LLLL_ATF_8562001_001.xml', bytes: fixture, minimumRecords: 8 },
    { name: 'many.xml', bytes: Buffer.from(pupils(60)), minimumRecords: 300 },
  ],
  foreign: [
    { name: 'ctf.xml', bytes: readFileSync(new URL('./__fixtures__/ctf-25-full.xml', import.meta.url)) },
  ],
});

describe('an admissions transfer file', () => {
  it('gives the school that it is for its children to be, by their references', async () => {
    const { records, issues } = await parse(fixture);
    expect(records.map(({ kind, key, school }) => [kind, key, school])).toEqual([
      ['school', 'laestab:856LLLL', undefined],
      ['pupil', 'id:856-2027-00001', '8562001'],
      ['fsm-spell', 'id:856-2027-00001|2026-09-01|', '8562001'],
      ['sen-provision', 'id:856-2027-00001|2026-01-01|E', '8562001'],
      ['contact', 'id:856-2027-00001|sampleton|jo|PAM', '8562001'],
      ['enrolment', 'id:856-2027-00001|8562001|', '8562001'],
      ['admission-application', 'id:856-2027-00001|ref:856-2027-00001|8562001', '8562001'],
      ['pupil', 'upn:K999499921001', '8562001'],
      ['admission-application', 'upn:K999499921001|ref:856-2027-00002|8562001', '8562001'],
    ]);
    expect(records[1]).toMatchObject({ supplierIds: { applicationReference: '856-2027-00001' }, sex: 'F' });
    expect(records[6]).toMatchObject({
      applicationReference: '856-2027-00001',
      preferredSchool: '8562001',
      outcome: 'A',
    });
    // What isn't known stays with the pupil.
    expect(JSON.stringify(records[1])).toContain('by post');
    expect(issues.map(({ code, field }) => `${code} ${field ?? ''}`)).toEqual([
      'ctf-school-from-destination school',
      'ctf-element-unknown /ATfile/ATFpupilData/Pupil/Admissions/Note',
    ]);
    expect(records[0]!.provenance.file).toMatchObject({
      format: 'atf',
      version: '23.0',
      createdAt: '2027-04-20T09:30:00',
    });
  });

  it('is written and read back as it was, without attendance, results and the order of preference', async () => {
    const { records } = await parse(fixture);
    const strip = (some: readonly CanonicalRecord[]) =>
      some.filter(({ kind }) => kind !== 'school').map((record) => ({ ...record, provenance: undefined }));
    const unwritable: string[] = [];
    const first = records.find(({ kind }) => kind === 'pupil')!;
    const more = [
      { kind: 'attendance-mark', date: '2027-01-04', session: 'AM', code: '/' },
      { kind: 'admission-application', applicationReference: 'other', preference: 2 },
    ].map(
      (one, i) =>
        ({
          ...one,
          key: `more ${i}`,
          pupilKey: first.key,
          provenance: first.provenance,
        }) as unknown as CanonicalRecord,
    );
    const preferred: CanonicalRecord[] = records.map((record) =>
      record.kind === 'admission-application' ? { ...record, preference: 3 } : record,
    );
    preferred.splice(7, 0, ...more);
    const text = await textOf(
      writeAtf({ header, onUnwritable: ({ kind }) => unwritable.push(kind) }, preferred),
    );
    expect(unwritable).toEqual(['attendance-mark', 'admission-application']);
    expect(text).toContain(
      '<ATfile>\n<Header><DocumentName>Admissions Transfer File</DocumentName><ATFversion>23.0</ATFversion>',
    );
    expect(text).toContain('<Pupil><ApplicationReference>856-2027-00001</ApplicationReference><Surname>');
    expect(text).toMatch(
      /<\/SENhistory><Admissions><Accept>A<\/Accept><Note>by post<\/Note><\/Admissions><Address>/,
    );
    expect(text.toLowerCase()).not.toMatch(/preference>|>3</);
    const back = await parse(text);
    expect(strip(back.records)).toEqual(strip(records));
  });

  it('is no CTF, and a CTF has no applications', async () => {
    await expect(collect(ctfParser.parse(await openSource(fixture)))).rejects.toMatchObject({
      code: 'ctf-root',
    });
    await expect(parse('<CTfile/>')).rejects.toMatchObject({
      code: 'atf-root',
      message: 'The root element is not ATfile.',
    });
    const { records } = await parse(fixture);
    const unwritable: string[] = [];
    const ctf = await textOf(
      writeCtf(
        { header: { ...header, version: '25.0' }, onUnwritable: ({ kind }) => unwritable.push(kind) },
        records,
      ),
    );
    expect(unwritable).toEqual(['admission-application', 'admission-application']);
    expect(ctf).not.toContain('<ApplicationReference>');
  });

  it('gives valid records or a clear error, whatever became of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(fixture.length),
        fc.nat(60),
        fc.uint8Array({ maxLength: 6 }),
        async (at, cut, put) => {
          const bytes = Buffer.concat([fixture.subarray(0, at), put, fixture.subarray(at + cut)]);
          try {
            for (const record of (await parse(bytes)).records)
              expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
          } catch (error) {
            if (!(error instanceof UnreadableInputError)) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
