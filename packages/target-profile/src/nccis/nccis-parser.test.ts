import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { canonicalRecordSchema, type CanonicalRecord } from '@rollbook/model';
import { collect, issueSchema, openSource, UnreadableInputError } from '@rollbook/parser-kit';
import { describeParser } from '@rollbook/parser-kit/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { header, textOf } from './make-person.test-support.js';
import { nccisParser, type NccisParseOptions } from './nccis-parser.js';
import { nccisIssues } from './nccis-issues.js';
import { writeNccisCsv } from './write-nccis-csv.js';
import { writeNccisXml } from './write-nccis-xml.js';
import type { NccisHeader, NccisYoungPerson } from './young-person.js';

const folder = new URL('./__fixtures__/', import.meta.url);
const fixture = readFileSync(new URL('nccis-2019.xml', folder));
const parse = async (bytes: Uint8Array | string, options?: NccisParseOptions) =>
  collect(
    nccisParser.parse(await openSource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes), options),
  );

const person = (index: number): NccisYoungPerson => ({
  youngPersonsId: String(9990000000000 + index),
  cohortStatus: 'P',
  givenName: 'Ada',
  familyName: `Lowe ${index}`,
  dob: '2009-05-04',
  gender: 'F',
  postcode: 'ZZ99 9ZZ',
  activity: { activityCode: '210', startDate: '2026-09-01', establishmentNumber: '9994001' },
});
const people = Array.from({ length: 300 }, (_, index) => person(index));
const xml = await textOf(writeNccisXml(header, people));
const csv = await textOf(writeNccisCsv(people));

const foreign = [
  { name: 'ctf.xml', bytes: Buffer.from('<CTfile><Header/></CTfile>') },
  { name: 'pupils.csv', bytes: Buffer.from('UPN,Surname\nA,B\n') },
];

describeParser(nccisParser, {
  samples: [
    { name: 'NCCIS_999_2026-10-31.xml', bytes: Buffer.from(xml), minimumRecords: 600 },
    { name: 'nccis-2019.xml', bytes: fixture, minimumRecords: 5 },
  ],
  foreign,
});

describe('as CSV', () => {
  describeParser(nccisParser, {
    samples: [{ name: 'nccis.csv', bytes: Buffer.from(csv), minimumRecords: 600 }],
    foreign,
    showsTruncation: false,
  });
});

describe('a return with all sorts of oddities', () => {
  it('gives what was reviewed', async () => {
    const { records, issues } = await parse(fixture);
    const plain = records.map(({ provenance, ...record }) => ({ ...record, line: provenance.place.line }));
    const golden = {
      records: plain,
      issues: issues.map(({ code, severity, field, value, place, record }) => ({
        ...{ code, severity, field, value, record: record?.kind },
        line: place.line,
      })),
    };
    await expect(`${JSON.stringify(golden, null, 1)}\n`).toMatchFileSnapshot(
      new URL('nccis-2019.golden.json', folder).pathname,
    );
  });

  it('loses nothing that was sent', async () => {
    const { records } = await parse(fixture);
    const text = JSON.stringify(records);
    // Every text of the file is somewhere, but for that of the header.
    const body = fixture.toString().replace(/<FileHeader>[\s\S]*<\/FileHeader>|<!--[\s\S]*?-->/g, '');
    const values = [...body.matchAll(/>([^<>]+)</g)].map(([, value = '']) => value.trim()).filter(Boolean);
    expect(values.length).toBeGreaterThan(40);
    for (const value of values) expect(text, value).toContain(value);
  });

  it('says when it was made, and gives the header', async () => {
    let found: NccisHeader | undefined;
    const { records } = await parse(fixture, { onHeader: (one) => (found = one), school: '9994001' });
    expect(found).toMatchObject({
      databaseIds: ['999'],
      sourceLeas: ['999', '998'],
      periodEnd: '2026-10-31',
    });
    expect(records[0]!.provenance.file).toMatchObject({ createdAt: '2026-11-03', version: '1.0' });
    expect(records.every(({ school }) => school === '9994001')).toBe(true);
    await expect(parse(fixture, { school: '12' })).rejects.toThrow(RangeError);
  });

  it('keeps what stands beside the header and the records', async () => {
    const { records, issues } = await parse('<NCCIS><Note>x</Note><YoungPersonsRecord/></NCCIS>');
    expect(records).toMatchObject([
      { kind: 'unreadable', intended: 'Note', raw: 'x' },
      { kind: 'unreadable', intended: 'pupil' },
    ]);
    expect(issues.map(({ code }) => code)).toEqual([
      'nccis-element-unknown',
      'nccis-header-missing',
      'nccis-identity-missing',
    ]);
  });
});

describe('the flat CSV', () => {
  it('takes columns in any order, of two alike the first for Year 11, and keeps what it does not know', async () => {
    const { records, issues } = await parse(
      'ActivityCode;youngpersonsid;LEACode;LEACode;Shoe size;SURNAME;NEETStartDate\n' +
        '619;9990000000001;999;998;41;Lowe;2026-09-01;extra\n',
    );
    expect(records).toMatchObject([
      { kind: 'pupil', key: 'id:9990000000001', surname: 'Lowe' },
      {
        kind: 'youth-participation',
        activity: '619',
        extensions: {
          guaranteeYear11: { leaCode: '999' },
          guaranteeYear12: { leaCode: '998' },
          neetStartDate: '2026-09-01',
          'Shoe size': '41',
          'column 8': 'extra',
        },
      },
    ]);
    expect(issues.map(({ code, field }) => `${code} ${field ?? ''}`)).toEqual([
      'nccis-spelling youngpersonsid',
      'nccis-element-unknown Shoe size',
      'nccis-spelling SURNAME',
      'nccis-spelling NEETStartDate',
      'nccis-row-long ',
    ]);
  });

  it('is the same as the XML', async () => {
    const strip = (records: readonly CanonicalRecord[]) =>
      records.map((record) => ({ ...record, provenance: undefined }));
    expect(strip((await parse(csv)).records)).toEqual(strip((await parse(xml)).records));
  });
});

describe('files that are none', () => {
  it.each([
    ['<NCCIS><YoungPersonsRecord>', 'xml-truncated'],
    ['<!DOCTYPE NCCIS [<!ENTITY a "b">]><NCCIS/>', 'xml-doctype'],
    ['<Other/>', 'nccis-root'],
    ['YoungPersonsID,Surname\n1,A\n', 'nccis-header'],
    ['', 'empty-file'],
  ])('%j is refused', async (text, code) => {
    await expect(parse(text)).rejects.toMatchObject({ code });
  });

  it('give records and issues fit for their schemas, or the error for unreadable input', async () => {
    const bytes = [Buffer.from(fixture), Buffer.from(csv.slice(0, 3000))];
    let readable = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(fc.tuple(fc.nat(6000), fc.nat(40), fc.uint8Array({ maxLength: 5 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (which, steps) => {
          let damaged: Buffer = bytes[which]!;
          for (const [at, length, put] of steps) {
            const from = Math.min(at, damaged.length);
            damaged = Buffer.concat([damaged.subarray(0, from), put, damaged.subarray(from + length)]);
          }
          try {
            const { records, issues } = await parse(damaged);
            readable++;
            for (const record of records)
              expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
            for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
          } catch (error) {
            if (!(error instanceof UnreadableInputError)) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(readable).toBeGreaterThan(10);
  }, 60_000);
});

/** Reference samples under another licence, where the workplace has them: never copied into the package. */
const samples = new URL('../../../../../shared/samples/targets/nccis/', import.meta.url);
describe.runIf(existsSync(samples))('public returns', () => {
  const names = existsSync(samples)
    ? readdirSync(samples).filter((name) => /^test\d\.(xml|csv)$/.test(name))
    : [];

  it.each(names)('%s is read whole', async (name) => {
    const { records, issues } = await parse(readFileSync(new URL(name, samples)));
    const expected = name.startsWith('test1') ? 204 : 304;
    expect(records.filter(({ kind }) => kind === 'pupil')).toHaveLength(expected);
    expect(records.filter(({ kind }) => kind === 'youth-participation')).toHaveLength(expected);
    const known = ['nccis-doctype', 'nccis-spelling', 'nccis-date-unreadable', 'nccis-element-unknown'];
    for (const { code } of issues) expect(known).toContain(code);
  });
});

it('has words for each issue that hold no data', () => {
  for (const { message, help } of Object.values(nccisIssues)) {
    expect(message).toMatch(/\.$/);
    expect(help).toMatch(/\.$/);
  }
});
