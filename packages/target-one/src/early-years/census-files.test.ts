import { readFileSync } from 'node:fs';
import { isUnreadableInputError, issueSchema } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectEarlyYears, type EarlyYearsBatch } from './census-items.js';
import {
  type EarlyYearsChild,
  earlyYearsChildSchema,
  type EarlyYearsSettingChildren,
  isFunded,
} from './child.js';
import {
  aChild,
  aHeader,
  allGroups,
  anyReturns,
  aSetting,
  sourceOf,
  textOf,
} from './early-years.test-support.js';
import { goldenRead, goldenReturns } from './golden.test-support.js';
import type { EarlyYearsSummary, WriteEarlyYearsOptions } from './prepare-return.js';
import { readEarlyYearsCsv } from './read-census-csv.js';
import { readEarlyYearsXml } from './read-census-xml.js';
import { earlyYearsSettingSchema } from './setting.js';
import { writeEarlyYearsCsv } from './write-census-csv.js';
import { writeEarlyYearsXml } from './write-census-xml.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`./__fixtures__/${name}`, import.meta.url), 'utf8');

type Returns = readonly EarlyYearsSettingChildren[];
interface Format {
  readonly golden: string;
  readonly write: (returns: Returns, options?: WriteEarlyYearsOptions) => Promise<string>;
  readonly read: (content: string | Uint8Array) => ReturnType<typeof collectEarlyYears>;
}

const formats: Record<'XML' | 'CSV', Format> = {
  XML: {
    golden: fixture('eyc-2026-spring.xml'),
    write: (returns, options = {}) =>
      textOf(writeEarlyYearsXml(aHeader, returns, { include: allGroups, ...options })),
    read: async (content) => collectEarlyYears(readEarlyYearsXml(await sourceOf(content))),
  },
  CSV: {
    golden: fixture('eyc-2026-spring.csv').replaceAll('\n', '\r\n'),
    write: (returns, options = {}) =>
      textOf(writeEarlyYearsCsv(aHeader, returns, { include: allGroups, ...options })),
    read: async (content) => collectEarlyYears(readEarlyYearsCsv(await sourceOf(content))),
  },
};

/** The file with another value behind a place, well formed as before. */
function changeValue(text: string, at: number, put: Uint8Array): string {
  const value = Buffer.from(put)
    .toString('latin1')
    .replace(/[^ -~]|[<>&,"]/g, '?');
  return text.slice(0, at) + text.slice(at).replace(/([>,])[^<>,\r\n]+(?=[<,])/, `$1${value}`);
}

const funded = (returns: Returns): Returns =>
  returns
    .map(({ setting, children }) => ({ setting, children: children.filter(isFunded) }))
    .filter(({ children }) => children.length > 0);

describe.each(Object.entries(formats))('the census as %s', (name, { golden, write, read }) => {
  it('is written as the golden file, which is written by hand', async () => {
    expect(await write(goldenReturns)).toBe(golden);
  });

  it('is read from the golden file', async () => {
    const { header, returns, issues } = await read(golden);
    expect(header).toEqual(aHeader);
    expect(returns).toEqual(goldenRead);
    expect(issues).toEqual([]);
  });

  it('says how many children and settings were left out', async () => {
    let summary: EarlyYearsSummary | undefined;
    await write(goldenReturns, { onDone: (done) => (summary = done) });
    expect(summary).toEqual({
      settings: 1,
      settingsNotFunded: 1,
      children: 2,
      notFunded: 6,
      // a child of four months at each of the two settings
      notCounted: 2,
      unconfirmed: {},
      withheld: {},
    });
  });

  it('writes no sensitive data that isn’t named, and counts it', async () => {
    let summary: EarlyYearsSummary | undefined;
    const text = await write(goldenReturns, { include: [], onDone: (done) => (summary = done) });
    const [setting] = (await read(text)).returns;
    expect(setting?.children[0]).not.toHaveProperty('ethnicity');
    expect(setting?.children[0]).not.toHaveProperty('senProvision');
    expect(setting?.children[0]).not.toHaveProperty('dafIndicator');
    expect(setting?.children[0]).not.toHaveProperty('eyppBasis');
    expect(setting?.children[0]?.eypp).toBe(true);
    expect(setting?.children[1]?.fundingBases).toEqual(['ECO']);
    expect(text).not.toMatch(/WBRI|LAA|\bEB\b/);
    expect(summary?.withheld).toEqual({ ethnicity: 1, sen: 1, health: 1, 'looked-after': 2 });
  });

  it('counts funded children alone when it is asked to, and leaves a setting’s own figures', async () => {
    const counted = (await read(await write(goldenReturns, { count: 'funded' }))).returns[0]?.setting.counts;
    expect(counted).toEqual({ under1: 0, age1: 0, age2: 1, age3: 1, age4: 0 });
    const own = [{ setting: aSetting({ counts: { age3: 9 } }), children: [aChild()] }];
    expect((await read(await write(own))).returns[0]?.setting.counts).toEqual({
      under1: 0,
      age1: 0,
      age2: 0,
      age3: 9,
      age4: 0,
    });
  });

  it('is read back equal', async () => {
    await fc.assert(
      fc.asyncProperty(anyReturns, async (returns) => {
        const { header, returns: back, issues } = await read(await write(returns));
        expect(issues).toEqual([]);
        expect(header).toEqual(aHeader);
        expect(back).toEqual(funded(returns));
      }),
      { numRuns: 200 },
    );
  });

  it('may be empty', async () => {
    expect(await read(await write([]))).toEqual({ header: aHeader, returns: [], issues: [] });
  });

  it('holds a character that no file can hold as a mark, and all else', async () => {
    const odd = [{ setting: aSetting(), children: [aChild({ surname: 'Ash\u0000grove\ud800' })] }];
    expect((await read(await write(odd))).returns[0]?.children[0]?.surname).toBe('Ash\ufffdgrove\ufffd');
  });

  it('refuses a header that is none before anything is written', async () => {
    const header = { ...aHeader, la: '92' };
    const pieces = name === 'XML' ? writeEarlyYearsXml(header, []) : writeEarlyYearsCsv(header, []);
    await expect(textOf(pieces)).rejects.toThrow(RangeError);
    const summer = { ...aHeader, term: 'SUM', year: 2025 } as const;
    await expect(textOf(writeEarlyYearsXml(summer, []))).rejects.toThrow(RangeError);
  });

  it('ends with items fit for their schemas or the error for unreadable input, whatever is done to the file', async () => {
    const whole = new TextEncoder().encode(golden);
    let readable = 0;
    const damage = fc.record({
      at: fc.nat({ max: whole.length }),
      length: fc.nat({ max: 60 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc
          .constantFrom('<', '</PupilChild>', '<PupilChild>', '&', 'x', '99999999999999', ',', '\n', '"', '-')
          .map((text) => new TextEncoder().encode(text)),
      ),
      kind: fc.constantFrom('put', 'cut', 'value'),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, length, put, kind }) => {
        const rest = kind === 'cut' ? new Uint8Array() : whole.subarray(Math.min(at + length, whole.length));
        try {
          const { returns, issues } = await read(
            kind === 'value'
              ? changeValue(golden, at, put)
              : Buffer.concat([whole.subarray(0, at), put, rest]),
          );
          readable++;
          for (const { setting, children } of returns) {
            expect(earlyYearsSettingSchema.safeParse(setting).error).toBeUndefined();
            for (const child of children)
              expect(earlyYearsChildSchema.safeParse(child).error).toBeUndefined();
          }
          for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
        } catch (error) {
          if (!isUnreadableInputError(error)) throw error;
        }
      }),
      { numRuns: 400 },
    );
    expect(readable).toBeGreaterThan(10);
  }, 60_000);

  it('ends with the error for unreadable input on what is no return', async () => {
    const others = [
      '',
      'hello',
      '<Message/>',
      '<Message><PupilChild/></Message>',
      'E,920,500001',
      golden.replace('EYC', 'SC'),
      golden.replace(/2026-01-20T10:36:42/, 'yesterday'),
      golden.slice(0, 40),
      Buffer.from(golden, 'utf16le').subarray(1),
      Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4]),
      new Uint8Array(5000),
    ];
    for (const other of others) await expect(read(other)).rejects.toSatisfy(isUnreadableInputError);
  });

  it('ends on random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expect(read(bytes)).rejects.toSatisfy(isUnreadableInputError);
      }),
      { numRuns: 200 },
    );
  });

  it('is read in UTF-16 as in UTF-8', async () => {
    const wide = golden.replace('encoding="UTF-8"', 'encoding="UTF-16"');
    const { returns } = await read(Buffer.from(`\ufeff${wide}`, 'utf16le'));
    expect(returns).toEqual(goldenRead);
  });

  it('is read and written in pieces', async () => {
    const many = [{ setting: aSetting(), children: Array.from({ length: 1200 }, () => aChild()) }];
    const text = await write(many);
    const pieces: string[] = [];
    const written =
      name === 'XML'
        ? writeEarlyYearsXml(aHeader, many, { include: allGroups })
        : writeEarlyYearsCsv(aHeader, many, { include: allGroups });
    for await (const piece of written) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(text);
    const batches: EarlyYearsBatch[] = [];
    const source = await sourceOf(text);
    for await (const batch of name === 'XML' ? readEarlyYearsXml(source) : readEarlyYearsCsv(source)) {
      batches.push(batch);
      expect(batch.length).toBeLessThanOrEqual(500);
    }
    expect(batches.flat()).toHaveLength(1202);
  });
});

describe('the census as XML', () => {
  it('leaves out unconfirmed names when it is asked to, and counts them', async () => {
    let summary: EarlyYearsSummary | undefined;
    const text = await formats.XML.write(goldenReturns, {
      confirmedOnly: true,
      onDone: (done) => (summary = done),
    });
    expect(text).not.toMatch(/EntitlementWeeks|EYHoursOpen|OfstedURN/);
    expect(summary?.unconfirmed).toEqual({
      OfstedURN: 1,
      EstabName: 1,
      AgencyChildminder: 1,
      EYHoursOpen: 1,
      EYWeeksOpen: 1,
      FundedEntitlementWeeks: 1,
      ExtendedEntitlementWeeks: 1,
    });
  });

  it('takes a council’s own names, which are then confirmed', async () => {
    const names = { 'setting.hoursOpen': 'HoursOpen', 'child.fundedWeeks': 'FundedWeeks' } as const;
    const text = await formats.XML.write(goldenReturns, { names, confirmedOnly: true });
    expect(text).toContain('<HoursOpen>52.5</HoursOpen>');
    expect(text).toContain('<FundedWeeks>38</FundedWeeks>');
    const { returns } = await collectEarlyYears(readEarlyYearsXml(await sourceOf(text), { names }));
    expect(returns[0]?.setting.hoursOpen).toBe(52.5);
    expect(returns[0]?.children[0]?.fundedWeeks).toBe(38);
    await expect(formats.XML.write(goldenReturns, { names: { 'child.sex': 'a b' } })).rejects.toThrow(
      RangeError,
    );
  });

  it('counts no child under two before 2026', async () => {
    const header = { ...aHeader, year: 2025, referenceDate: '2025-01-16' };
    const children: EarlyYearsChild[] = [aChild({ birthDate: '2021-06-14' })];
    const text = await textOf(writeEarlyYearsXml(header, [{ setting: aSetting(), children }]));
    expect(text).not.toContain('EYUnder1s');
    expect(text).toContain('<EY3Years>1</EY3Years>');
  });

  it('is read in other containers, in other capitals and under older names', async () => {
    const text = formats.XML.golden
      .replaceAll(/<(\/?)(Establishments|Establishment|PupilChildren|FundingBasisItems)>/g, '<$1x$2>')
      .replaceAll('EYPPR>', 'EYPPE>')
      .replaceAll('EligibilityCode>', 'ThirtyHourCode>')
      .replaceAll('<Sex>', '<GENDER>')
      .replaceAll('</Sex>', '</GENDER>');
    const { returns, issues } = await formats.XML.read(text);
    expect(returns).toEqual(goldenRead);
    expect(issues).toEqual([]);
  });

  it('tells of values it can’t read, elements it doesn’t know and what stands twice, and keeps the rest', async () => {
    const text = formats.XML.golden
      .replace('<FundedHours>15</FundedHours>', '<FundedHours>fifteen</FundedHours><Shoe>4</Shoe>')
      .replace('<FundedHours>15</FundedHours>', '<FundedHours>15</FundedHours><Shoe>5</Shoe>')
      .replace('<Forename>Rowan</Forename>', '<Forename>Rowan</Forename><Forename>Ronan</Forename>')
      .replace('<EY1Years>1</EY1Years>', '<EY1Years>-1</EY1Years>');
    const { returns, issues } = await formats.XML.read(text);
    expect(issues.map(({ code, field, value }) => [code, field, value])).toEqual([
      ['early-years-value-unreadable', 'age1', '-1'],
      ['early-years-element-unknown', 'Shoe', undefined],
      ['early-years-value-unreadable', 'fundedHours', 'fifteen'],
      ['early-years-element-twice', 'Forename', undefined],
    ]);
    expect(returns[0]?.children).toHaveLength(2);
    expect(returns[0]?.children[1]?.forename).toBe('Rowan');
    expect(issues[1]?.place).toMatchObject({ line: expect.any(Number) as number });
  });

  it('tells of children and staff whose setting nobody knows', async () => {
    const text = formats.XML.golden.replace('<URN>500001</URN>', '');
    const { returns, issues } = await formats.XML.read(text);
    expect(returns).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual([
      'early-years-urn-missing',
      'early-years-setting-missing',
      'early-years-setting-missing',
      'early-years-setting-missing',
      'early-years-setting-missing',
    ]);
  });
});

describe('the census as CSV', () => {
  it('begins with the header record of the DfE’s example', async () => {
    const header = {
      ...aHeader,
      year: 2021,
      referenceDate: '2021-01-21',
      la: '999',
      software: 'Software Supplier Reference',
      created: '2021-01-21T10:36:42',
    };
    expect(await textOf(writeEarlyYearsCsv(header, []))).toBe(
      'H,EYC,SPR,2021,2021-01-21,L,999,Software Supplier Reference,,001,2021-01-21T10:36:42\r\n',
    );
  });

  it('holds nothing that a spreadsheet would run, unless it is told to', async () => {
    const returns = [{ setting: aSetting({ name: '=1+1' }), children: [aChild({ surname: "'@SUM(A1)" })] }];
    const text = await formats.CSV.write(returns);
    expect(text).toContain(",'=1+1,");
    expect(text).toContain(",''@SUM(A1),");
    const plain = await textOf(writeEarlyYearsCsv(aHeader, returns, { escapeFormulas: false }));
    expect(plain).toContain(',=1+1,');
  });

  it('tells of rows of no known kind, of another setting, and too long', async () => {
    const [head = '', setting = '', child = ''] = formats.CSV.golden.split('\r\n');
    const rows = [head, 'X,1', child, setting, child.replace('500001', '500009'), `${child},,more`];
    const { returns, issues } = await formats.CSV.read(rows.join('\r\n'));
    expect(issues.map(({ code, place }) => [code, place.line])).toEqual([
      ['early-years-row-unknown', 2],
      ['early-years-setting-missing', 3],
      ['early-years-setting-missing', 5],
      ['early-years-row-long', 6],
    ]);
    expect(returns[0]?.children).toHaveLength(1);
  });
});
