import { describe, expect, it } from 'vitest';
import { IDENTIFIERS, parseText } from './__fixtures__/parse-text.js';
import type { CtfHeader } from './ctf-header.js';
import type { CtfParseOptions } from './ctf-parser.js';

const START = '<DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion>';
const SOURCE =
  '<SourceSchool><LEA>856</LEA><Estab>2001</Estab><SchoolName>Example</SchoolName></SourceSchool>';

async function parseHeader(content: string, options?: CtfParseOptions & { name?: string }) {
  let header: CtfHeader | undefined;
  const parsed = await parseText(
    `<CTfile><Header>${content}</Header><CTFpupilData><Pupil>${IDENTIFIERS}</Pupil></CTFpupilData></CTfile>`,
    { ...options, onHeader: (read) => (header = read) },
  );
  return {
    ...parsed,
    header,
    codes: parsed.issues.map(({ code }) => code),
    school: parsed.of('pupil')[0]?.school,
  };
}

describe('mapHeader', () => {
  it('gives the header to the caller', async () => {
    const { header, codes } = await parseHeader(
      `${START}<DateTime>2026-01-15T09:30:00</DateTime><DocumentQualifier>partial</DocumentQualifier>
       <DataQualifier>KS2</DataQualifier><DataDescriptor>Results</DataDescriptor><SupplierID>X</SupplierID>
       <SourceSchool><LEA>856</LEA><Estab>2001</Estab><URN>100001</URN><SchoolName>Example</SchoolName><AcademicYear>2025</AcademicYear></SourceSchool>
       <DestSchool><LEA>856</LEA><Estab>LLLL</Estab></DestSchool><SuppInfo><SuppID>1</SuppID></SuppInfo>`,
    );
    expect(header).toEqual({
      version: '25.0',
      dateTime: '2026-01-15T09:30:00',
      documentQualifier: 'partial',
      dataQualifier: 'KS2',
      dataDescriptor: 'Results',
      supplierId: 'X',
      sourceSchool: {
        la: '856',
        establishment: '2001',
        laestab: '8562001',
        urn: '100001',
        name: 'Example',
        academicYear: 2025,
      },
      destSchool: { la: '856', establishment: 'LLLL' },
      extensions: { SuppInfo: { SuppID: '1' } },
    });
    expect(codes).toEqual(['ctf-element-unknown', 'ctf-partial-file']);
  });

  it('puts out the source school first, and its version with every record', async () => {
    const { records } = await parseHeader(START + SOURCE);
    expect(records[0]).toMatchObject({ kind: 'school', key: 'laestab:8562001', name: 'Example' });
    expect(records[1]?.provenance.file).toMatchObject({ supplier: 'dfe', format: 'ctf', version: '25.0' });
    expect(records[1]?.provenance.file).toBe(records[0]?.provenance.file);
  });

  it('takes the authority as a source of its own', async () => {
    const { records, school, codes } = await parseHeader(
      `${START}<SourceSchool><LEA>856</LEA><Estab>LLLL</Estab></SourceSchool><DestSchool><LEA>856</LEA><Estab>4002</Estab></DestSchool>`,
    );
    expect(records[0]).toMatchObject({
      kind: 'school',
      key: 'laestab:856LLLL',
      la: '856',
      establishment: 'LLLL',
    });
    expect(records[0]).not.toHaveProperty('school');
    expect(school).toBe('8564002');
    expect(codes).toEqual(['ctf-school-from-destination']);
  });

  it('makes no school of a service', async () => {
    const { of, school } = await parseHeader(
      `${START}<SourceSchool><LEA>XXX</LEA><Estab>XXXX</Estab><SchoolName>Get Information About Pupils</SchoolName></SourceSchool>
       <DestSchool><LEA>856</LEA><Estab>4002</Estab></DestSchool>`,
    );
    expect(of('school')).toEqual([]);
    expect(school).toBe('8564002');
  });

  it('takes the school from the name of the file where the header has none', async () => {
    const { school, codes } = await parseHeader(START, { name: '8562001_CTF_856LLLL_001.xml' });
    expect(school).toBe('8562001');
    expect(codes).toEqual(['ctf-school-from-file-name']);
  });

  it('takes the caller’s word before all', async () => {
    const { school, codes } = await parseHeader(START + SOURCE, { school: '8569999' });
    expect(school).toBe('8569999');
    expect(codes).toEqual([]);
    await expect(parseHeader(START, { school: '123' })).rejects.toThrow(RangeError);
  });

  it('says when there is no school at all', async () => {
    const { school, codes } = await parseHeader(START);
    expect(school).toBeUndefined();
    expect(codes).toEqual(['ctf-source-school-missing']);
  });

  it.each([
    ['', ['ctf-version-unknown']],
    ['<CTFversion>99.0</CTFversion>', ['ctf-version-unknown']],
    ['<CTFversion>new</CTFversion>', ['ctf-version-unknown']],
    ['<CTFVersion>24.0</CTFVersion>', []],
    ['<CTFversion>15.0</CTFversion>', []],
    [
      '<DocumentName>Admissions Data Transfer File</DocumentName><CTFversion>25.0</CTFversion>',
      ['ctf-document-name'],
    ],
  ])('judges the version and name: %s', async (content, expected) => {
    const { codes } = await parseHeader(content + SOURCE);
    expect(codes).toEqual(expected);
  });

  it('goes on without a header', async () => {
    const { of, issues } = await parseText(
      `<CTfile><CTFpupilData><Pupil>${IDENTIFIERS}</Pupil></CTFpupilData></CTfile>`,
      { school: '8562001' },
    );
    expect(of('pupil')).toMatchObject([{ school: '8562001' }]);
    expect(issues).toMatchObject([{ code: 'ctf-header-missing' }]);
  });
});
