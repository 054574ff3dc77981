import { readFileSync } from 'node:fs';
import { canonicalRecordSchema, type CanonicalRecord, joinKey } from '@rollbook/model';
import { collect, isUnreadableInputError, issueSchema } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pupilsOfBatches } from '../pupils/target-pupils.js';
import { childrenOfPupil } from './children-of-pupil.js';
import { allGroups, aTargetPupil, sourceOf, spring2026, textOf } from './early-years.test-support.js';
import { headcountColumns } from './headcount-columns.js';
import { readHeadcount, type ReadHeadcountOptions } from './read-headcount.js';
import { type HeadcountSummary, writeHeadcount, type WriteHeadcountOptions } from './write-headcount.js';

const golden = readFileSync(new URL('./__fixtures__/headcount.csv', import.meta.url), 'utf8').replaceAll(
  '\n',
  '\r\n',
);

async function read(
  content: string | Uint8Array,
  options: ReadHeadcountOptions = {},
): ReturnType<typeof collect> {
  return collect(readHeadcount(await sourceOf(content), options));
}

async function rewrite(content: string, options: WriteHeadcountOptions = {}): Promise<string> {
  const batches = readHeadcount(await sourceOf(content));
  return textOf(writeHeadcount(pupilsOfBatches(batches), { include: allGroups, ...options }));
}

function only<K extends CanonicalRecord['kind']>(
  records: readonly CanonicalRecord[],
  kind: K,
): Extract<CanonicalRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<CanonicalRecord, { kind: K }> => record.kind === kind);
}

const HEADER = 'settingUrn,surname,forename,dob';

describe('a headcount', () => {
  it('is read into pupils, funding and SEN provision', async () => {
    const { records, issues } = await read(golden, { term: 'SPR' });
    expect(issues).toEqual([]);
    expect(records.map(({ kind }) => kind)).toEqual([
      'pupil',
      'early-years-funding',
      'sen-provision',
      'pupil',
      'early-years-funding',
    ]);
    const [wren, rowan] = only(records, 'pupil');
    expect(wren).toMatchObject({
      key: 'id:500001|A1',
      supplierIds: { childRef: '500001|A1' },
      surname: 'Ashgrove',
      forename: 'Wren',
      middleNames: 'Ida',
      birthDate: '2022-06-14',
      sex: 'F',
      ethnicity: 'WBRI',
      address: { lines: ['1 Mill Lane', 'Testham'], postcode: 'ZZ1 1ZZ' },
      provenance: { place: { line: 2 }, file: { format: 'headcount', supplier: 'council' } },
    });
    expect(wren).not.toHaveProperty('sent');
    expect(rowan?.surname).toBe('=Fell');
    const [first, second] = only(records, 'early-years-funding');
    expect(first).toMatchObject({
      provider: '500001',
      term: 'SPR',
      startDate: '2026-01-05',
      endDate: '2026-03-27',
      fundedHours: 11,
      weeksPerYear: 51,
      disabilityAccessFund: true,
      // 11 hours over 51 weeks: a stretched offer is told by its year
      extensions: {
        stretched: true,
        yearlyHours: 561,
        eyppConsent: true,
        presentInCensusWeek: true,
        attendsTwoSettings: false,
      },
    });
    expect(second).toMatchObject({
      provider: '500002',
      fundedHours: 15,
      expandedHours: 5.5,
      weeksPerYear: 38,
      eligibilityCode: '50012345678',
      extensions: { stretched: false, presentInCensusWeek: false },
    });
    expect(second?.extensions).not.toHaveProperty('yearlyHours');
    expect(only(records, 'sen-provision')[0]?.provision).toBe('K');
    for (const record of records) expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
    expect(first?.provenance.file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is written as it was read, which is written by hand', async () => {
    expect(await rewrite(golden)).toBe(`\ufeff${golden}`);
  });

  it('says who was present in census week, which decides who is in the return', async () => {
    const batches = readHeadcount(await sourceOf(golden));
    const found: [number, number][] = [];
    for await (const pupil of pupilsOfBatches(batches)) {
      const { children, notPresent } = childrenOfPupil(pupil, spring2026);
      found.push([children.length, notPresent]);
    }
    expect(found).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('holds no sensitive data that isn’t named, nor addresses that are withheld', async () => {
    let summary: HeadcountSummary | undefined;
    const text = await rewrite(golden, {
      include: [],
      withholdAddress: () => true,
      onDone: (done) => (summary = done),
    });
    expect(text).not.toMatch(/WBRI|,K,|Mill Lane|ZZ1/);
    expect(summary).toEqual({
      pupils: 2,
      rows: 2,
      withoutSetting: 0,
      withheld: { ethnicity: 1, sen: 1, health: 1, address: 1 },
    });
  });

  it('is written for one setting alone when it is asked to', async () => {
    const text = await rewrite(golden, { setting: '500002' });
    expect(text.match(/\r\n/g)).toHaveLength(2);
    expect(text).toContain("500002,B7,'=Fell");
  });

  it('counts funding without a setting, which has no row', async () => {
    let summary: HeadcountSummary | undefined;
    const pupil = aTargetPupil({ surname: 'Ashgrove' }, [{ kind: 'early-years-funding', fundedHours: 15 }]);
    await textOf(writeHeadcount([pupil], { onDone: (done) => (summary = done) }));
    expect(summary).toMatchObject({ pupils: 1, rows: 0, withoutSetting: 1 });
  });
});

describe('parents’ national insurance numbers', () => {
  const file = `${HEADER},Parent NI?\r\n500001,Ashgrove,Wren,2022-06-14,QQ123456C\r\n`;

  it('are not read, and said to be left out without their value', async () => {
    const { records, issues } = await read(file);
    expect(issues.map(({ code, field, value }) => [code, field, value])).toEqual([
      ['headcount-parent-ni-left', 'parentNI', undefined],
    ]);
    expect(JSON.stringify([records, issues])).not.toContain('QQ123456C');
  });

  it('are read by the option alone, and never written', async () => {
    const { records } = await read(file, { readParentNi: true });
    expect(only(records, 'early-years-funding')[0]?.extensions).toEqual({ parentNI: 'QQ123456C' });
    const batches = readHeadcount(await sourceOf(file), { readParentNi: true });
    const text = await textOf(writeHeadcount(pupilsOfBatches(batches), { include: allGroups }));
    expect(text).not.toMatch(/QQ123456C|parentNI/i);
  });

  it('are not read out of a column of another name either', async () => {
    const { records, issues } = await read(
      `${HEADER},NI number\r\n500001,Ashgrove,Wren,2022-06-14,QQ123456C\r\n`,
      {
        readParentNi: true,
      },
    );
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['headcount-column-unknown', 'NI number'],
    ]);
    expect(JSON.stringify([records, issues])).not.toContain('QQ123456C');
  });
});

describe('reading a headcount', () => {
  it('takes columns in any order, case and spacing', async () => {
    const { records, issues } = await read(
      'DOB,Surname,FORENAME,setting urn\r\n2022-06-14,Ashgrove,Wren,500001\r\n',
    );
    expect(issues).toEqual([]);
    expect(only(records, 'pupil')[0]).toMatchObject({ surname: 'Ashgrove', birthDate: '2022-06-14' });
  });

  it('takes dates by day first, and keeps what was sent', async () => {
    const { records, issues } = await read(
      `${HEADER},startDate\r\n500001,Ashgrove,Wren,14/6/2022,5/01/2026\r\n`,
    );
    expect(issues).toEqual([]);
    expect(only(records, 'pupil')[0]).toMatchObject({
      birthDate: '2022-06-14',
      sent: { birthDate: '14/6/2022' },
    });
    expect(only(records, 'early-years-funding')[0]).toMatchObject({
      startDate: '2026-01-05',
      sent: { startDate: '5/01/2026' },
    });
  });

  it('tells of values it can’t read by row and column, and keeps the rest of the row', async () => {
    const { records, issues } = await read(
      `${HEADER},weeklyUniversal,stretched\r\n500001,Ashgrove,Wren,31/02/2022,"15,5",perhaps\r\n`,
    );
    expect(issues.map(({ code, field, value, place }) => [code, field, value, place.line])).toEqual([
      ['early-years-value-unreadable', 'weeklyUniversal', '15,5', 2],
      ['early-years-value-unreadable', 'dob', '31/02/2022', 2],
      ['early-years-value-unreadable', 'stretched', 'perhaps', 2],
    ]);
    expect(only(records, 'pupil')[0]).toMatchObject({
      surname: 'Ashgrove',
      sent: { birthDate: '31/02/2022' },
    });
    expect(only(records, 'pupil')[0]).not.toHaveProperty('birthDate');
    for (const issue of issues) expect(issue.message + issue.help).not.toMatch(/Ashgrove|2022|perhaps/);
  });

  it('passes over rows without a setting or a child, and says so', async () => {
    const { records, issues } = await read(
      `${HEADER}\r\n,Ashgrove,Wren,2022-06-14\r\n500001,,,2022-06-14\r\n`,
    );
    expect(records).toEqual([]);
    expect(issues.map(({ code, place }) => [code, place.line])).toEqual([
      ['headcount-setting-missing', 2],
      ['headcount-child-missing', 3],
    ]);
  });

  it('tells of columns that stand twice and of rows that are too long', async () => {
    const { issues } = await read(`${HEADER},surname\r\n500001,Ashgrove,Wren,2022-06-14,Fell,more\r\n`);
    expect(issues.map(({ code }) => code)).toEqual(['headcount-column-twice', 'early-years-row-long']);
  });

  it('keeps a child of one reference at two settings apart', async () => {
    const { records } = await read(
      `${HEADER},childRef\r\n500001,Ashgrove,Wren,2022-06-14,1\r\n500002,Fell,Rowan,2022-06-15,1\r\n`,
    );
    const [first, second] = only(records, 'pupil');
    expect(first?.key).not.toBe(second?.key);
  });

  it('gives batches of about the size asked for, rows whole', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `500001,Ashgrove,Wren${index},2022-06-14`);
    const sizes: number[] = [];
    for await (const batch of readHeadcount(await sourceOf([HEADER, ...rows].join('\n')), { batchSize: 9 })) {
      sizes.push(batch.length);
    }
    expect(sizes).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('refuses what is no headcount', async () => {
    for (const other of [
      '',
      'surname,forename\r\nA,B\r\n',
      '<Message/>',
      'x',
      new Uint8Array(5000),
      golden.slice(3),
    ]) {
      await expect(read(other)).rejects.toSatisfy(isUnreadableInputError);
    }
  });

  it('ends on any bytes, and on any damage, with records and issues or the error for unreadable input', async () => {
    const whole = new TextEncoder().encode(golden);
    let readable = 0;
    const put = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom(',', '"', '\n', '9', '/').map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), fc.nat({ max: 20 }), put, async (at, length, bytes) => {
        const rest = whole.subarray(Math.min(at + length, whole.length));
        try {
          const { records, issues } = await read(Buffer.concat([whole.subarray(0, at), bytes, rest]));
          readable++;
          for (const record of records) expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
          for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
        } catch (error) {
          if (!isUnreadableInputError(error)) throw error;
        }
      }),
      { numRuns: 400 },
    );
    expect(readable).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await expect(read(bytes)).rejects.toSatisfy(isUnreadableInputError);
      }),
    );
  }, 60_000);
});

describe('cells', () => {
  const word = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('=1', "'=1", "''@x", '-5', '+44 1', 'a,"b"'),
    )
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim())
    .filter((text) => text !== '' && !/^\ufeff|\ufeff$/.test(text));

  it('of any text come back as they were, and none is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(word, word, word, async (surname, forename, childRef) => {
        const records = [{ kind: 'early-years-funding', provider: '500001', fundedHours: 15 }];
        const pupil = aTargetPupil({ surname, forename, supplierIds: { childRef } }, records);
        const text = await textOf(writeHeadcount([pupil]));
        expect(text.split('\r\n')[0]).toBe(`\ufeff${headcountColumns.join(',')}`);
        const [row] = only((await read(text)).records, 'pupil');
        expect(row).toMatchObject({
          surname,
          forename,
          supplierIds: { childRef: joinKey('500001', childRef) },
        });
        for (const cell of [surname, forename])
          if (cell.startsWith('=')) expect(text).toContain(`'${cell.slice(0, 2)}`);
      }),
      { numRuns: 200 },
    );
  });
});
