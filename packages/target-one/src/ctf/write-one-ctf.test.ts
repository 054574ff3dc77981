import { ctfParser, parseCtfFileName } from '@rollbook/parser-ctf';
import { collect, openSource } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { sensitiveGroups } from '../pupils/fit-pupil.js';
import { makePupil, makeTarget, textOf } from '../pupils/make-pupil.test-support.js';
import { oneCtfFileName } from './one-ctf-file-name.js';
import { writeOneCtf, type OneCtfOptions, type OneCtfSummary } from './write-one-ctf.js';

const options: OneCtfOptions = { school: '8562001', schoolName: 'Example', dateTime: '2025-09-15T09:30:00' };
const pupils = [
  makeTarget(makePupil({ ethnicity: 'WBRI' }), [
    { kind: 'enrolment', current: true, entryDate: '2023-09-01', attended: '8562001', yearGroup: '8' },
    { kind: 'contact', surname: 'Lowe', forename: 'Jo', relationship: 'PAM', priority: 1 },
    { kind: 'sen-provision', provision: 'K', startDate: '2024-01-08' },
    { kind: 'exclusion', category: 'SUSP', startDate: '2025-09-10' },
    { kind: 'youth-participation', activity: '110' },
  ]),
  makeTarget(makePupil({ key: 'upn:X801200001002', upn: 'X801200001002', school: '8562002' })),
];

async function written(of: Partial<OneCtfOptions> = {}): Promise<{ text: string; summary: OneCtfSummary }> {
  let summary: OneCtfSummary | undefined;
  const text = await textOf(writeOneCtf({ ...options, ...of, onDone: (done) => (summary = done) }, pupils));
  return { text, summary: summary! };
}

describe('writeOneCtf', () => {
  it('writes a header to the authority, in a version that ONE takes', async () => {
    const { text } = await written();
    expect(text).toContain('<CTFversion>25.0</CTFversion><DateTime>2025-09-15T09:30:00</DateTime>');
    expect(text).toContain('<DocumentQualifier>full</DocumentQualifier>');
    expect(text).toContain('<SourceSchool><LEA>856</LEA><Estab>2001</Estab><SchoolName>Example</SchoolName>');
    expect(text).toContain('<DestSchool><LEA>856</LEA><Estab>LLLL</Estab></DestSchool>');
    expect((await written({ changesOnly: true })).text).toContain('<DocumentQualifier>partial<');
  });

  it('is read back by our own reader as the same pupil', async () => {
    const { text } = await written({ include: sensitiveGroups });
    const { records, issues } = await collect(
      ctfParser.parse(
        await openSource(Buffer.from(text), { name: oneCtfFileName({ school: '8562001', sequence: 1 }) }),
      ),
    );
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(records.find(({ kind }) => kind === 'pupil')).toMatchObject({
      upn: 'H801200001001',
      surname: 'Lowe',
      sex: 'F',
      ethnicity: 'WBRI',
      school: '8562001',
    });
    expect(records.map(({ kind }) => kind).sort()).toEqual([
      'contact',
      'enrolment',
      'pupil',
      'school',
      'sen-provision',
    ]);
  });

  it('counts everything it was given', async () => {
    const { summary } = await written();
    expect(summary).toMatchObject({ version: '25.0', pupils: 2, written: 1, elsewhere: 1, records: 7 });
    expect(summary.unwritable).toEqual({ pupil: 1, 'youth-participation': 1 });
    expect(summary.withheld).toEqual({ ethnicity: 1, sen: 1, exclusions: 1 });
    expect((await written({ include: ['exclusions'] })).summary.unwritable).toMatchObject({ exclusion: 1 });
  });

  it('takes current, previous, or either by number, and refuses others', async () => {
    expect((await written({ version: 'previous' })).text).toContain('<CTFversion>24.0<');
    expect((await written({ version: 'current' })).text).toContain('<CTFversion>25.0<');
    expect((await written({ version: '24.0' })).text).toContain('<CTFversion>24.0<');
    await expect(written({ version: '23.0' })).rejects.toThrow('ONE takes CTF 25.0 and 24.0 on 2025-09-15');
    expect((await written({ version: '23.0', allowOtherVersion: true })).text).toContain('<CTFversion>23.0<');
  });

  it.each([{ school: '856 001' }, { dateTime: '2025-09-15' }])('refuses %j', async (of) => {
    await expect(written(of)).rejects.toThrow(RangeError);
  });

  it('has a name that the parser of names knows', () => {
    expect(parseCtfFileName(oneCtfFileName({ school: '8562001', sequence: 3 }))).toMatchObject({
      sender: { kind: 'school', laestab: '8562001' },
      receiver: { kind: 'local-authority', la: '856' },
    });
  });
});
