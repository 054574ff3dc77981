import {
  type AttendanceMark,
  attendanceMarkKey,
  type CanonicalRecord,
  type Exclusion,
  exclusionKey,
  type RecordKind,
  type RecordOf,
} from '@rollbook/model';
import { collect, openSource } from '@rollbook/parser-kit';
import { schoolCensusParser } from '@rollbook/parser-school-census';
import { describe, expect, it } from 'vitest';
import { createSchool } from '../school.js';
import {
  type CensusSource,
  type SchoolCensusOptions,
  syntheticSchoolCensus,
  writeSchoolCensus,
} from './index.js';

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

async function read(xml: string | Uint8Array) {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  const { records, issues } = await collect(schoolCensusParser.parse(await openSource(bytes)));
  return {
    issues,
    of: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}

/** Fields by their paths, such as `address.postcode`; those that are absent left out. */
function pick(record: CanonicalRecord, paths: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const path of paths) {
    const value = path
      .split('.')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], record);
    if (value !== undefined) picked[path] = value;
  }
  return picked;
}

function byKey(records: Iterable<CanonicalRecord>, paths: readonly string[]): Record<string, unknown> {
  return Object.fromEntries([...records].map((record) => [record.key, pick(record, paths)]));
}

const options = { seed: 5, pupils: 200 };
const school = createSchool(options);
const all = [...school.records()];
const of = <K extends RecordKind>(kind: K) =>
  all.filter((record): record is RecordOf<K> => record.kind === kind);

function sourceOf(records: readonly CanonicalRecord[]): CensusSource {
  return { record: school.record, records: () => records };
}

const [someone] = of('pupil');
const base = { pupilKey: someone!.key, school: school.laestab, provenance: someone!.provenance };

function mark(date: string, session: 'AM' | 'PM', code: string): AttendanceMark {
  const key = attendanceMarkKey(someone!.key, date, session);
  return { kind: 'attendance-mark', key, ...base, date, session, code };
}

function exclusion(startDate: string, fields: Partial<Exclusion> = {}): Exclusion {
  const made = { category: 'SUSP', reasons: ['PP', 'DB'], startDate, sessions: 4, ...fields };
  return { kind: 'exclusion', key: exclusionKey(someone!.key, made), ...base, ...made };
}

async function written(records: readonly CanonicalRecord[], census: SchoolCensusOptions) {
  const xml = await text(writeSchoolCensus(sourceOf(records), census));
  return { xml, ...(await read(xml)) };
}

describe('syntheticSchoolCensus', () => {
  it.each([
    [2015, 'AUT', '2015-09-30'],
    [2019, 'SPR', '2018-12-01'],
    [2021, 'SUM', '2021-05-01'],
    [2024, 'AUT', '2024-09-25'],
    [2027, 'SPR', '2026-11-20'],
  ] as const)('reads back without an issue: %i %s', async (year, term, date) => {
    const xml = await text(syntheticSchoolCensus({ seed: 3, pupils: 60, date, year, term }));
    const found = await read(xml);
    expect(found.issues).toEqual([]);
    const made = createSchool({ seed: 3, pupils: 60, date });
    const expected = [...made.records()].filter(({ kind }) => kind === 'pupil');
    const fields = [
      'upn',
      'uln',
      'surname',
      'forename',
      'middleNames',
      'birthDate',
      'sex',
      'address.postcode',
    ];
    expect(byKey(found.of('pupil'), fields)).toEqual(byKey(expected, fields));
    expect(found.of('pupil')[0]?.provenance.file.version).toBe(`${year} ${term}`);
    expect(found.of('sen-provision')).toHaveLength(60);
  });

  it('is the next return after the day of the export when none is named', async () => {
    const xml = await text(syntheticSchoolCensus({ ...options, date: '2027-02-01' }));
    expect(xml).toContain('<Term>SUM</Term><Year>2027</Year><ReferenceDate>2027-05-20</ReferenceDate>');
  });

  it('carries faults, and all pupils with them', async () => {
    const found = await read(await text(syntheticSchoolCensus({ ...options, faults: { rate: 1 } })));
    expect(
      found.of('pupil').length + found.of('unreadable').filter(({ intended }) => intended === 'pupil').length,
    ).toBe(200);
    expect(found.issues).not.toHaveLength(0);
  });

  it('refuses wrong options', async () => {
    await expect(text(syntheticSchoolCensus({ ...options, year: 1999 }))).rejects.toThrow(RangeError);
    await expect(text(syntheticSchoolCensus({ ...options, referenceDate: 'now' }))).rejects.toThrow(
      RangeError,
    );
    const nameless = { record: { ...school.record, la: '' }, records: () => [] };
    await expect(text(writeSchoolCensus(nameless, { year: 2025, term: 'SPR' }))).rejects.toThrow(RangeError);
  });

  it('comes in pieces, and goes through the pupils one by one', async () => {
    const sizes: number[] = [];
    for await (const piece of syntheticSchoolCensus({ seed: 1, pupils: 1_000 })) sizes.push(piece.length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(80_000);
  });
});

describe('writeSchoolCensus', () => {
  const pupilAlone = all.filter(
    (record) =>
      (record.kind === 'pupil' ? record.key : 'pupilKey' in record && record.pupilKey) === someone!.key,
  );
  const withoutEnrolment = pupilAlone.filter(
    ({ kind }) => kind !== 'enrolment' && kind !== 'attendance-summary',
  );
  const young = withoutEnrolment.map((record) =>
    record.kind === 'pupil' ? { ...record, birthDate: '2014-05-05' } : record,
  );
  const current = of('enrolment').find(({ pupilKey, current: is }) => is && pupilKey === someone!.key)!;

  it('puts those who left among the pupils no longer on roll', async () => {
    const leaver = { ...current, entryDate: '2021-09-01', leavingDate: '2024-11-29', current: false };
    const { xml, of: found } = await written([...young, leaver], { year: 2025, term: 'SPR' });
    expect(xml).not.toContain('<PupilsOnRoll>');
    expect(found('enrolment')).toMatchObject([
      { current: false, entryDate: '2021-09-01', leavingDate: '2024-11-29', yearGroup: leaver.yearGroup },
    ]);
    expect(found('sen-provision')).toEqual([]);
  });

  it('leaves out who left long ago, and who joined after census day', async () => {
    const gone = { ...current, entryDate: '2019-09-01', leavingDate: '2023-07-20', current: false };
    expect((await written([...young, gone], { year: 2025, term: 'SPR' })).of('pupil')).toEqual([]);
    const toCome = { ...current, entryDate: '2025-02-24' };
    expect((await written([...young, toCome], { year: 2025, term: 'SPR' })).of('pupil')).toEqual([]);
    expect((await written([...young, toCome], { year: 2025, term: 'SUM' })).of('pupil')).toHaveLength(1);
  });

  it('sums the marks of the term', async () => {
    const marks = [
      mark('2024-07-01', 'AM', '/'),
      mark('2024-09-03', 'AM', '/'),
      mark('2024-09-03', 'PM', '\\'),
      mark('2024-09-04', 'AM', 'I'),
      mark('2024-09-04', 'PM', 'O'),
      mark('2024-09-05', 'AM', 'Y1'),
      mark('2024-09-05', 'PM', '-'),
      mark('2025-01-08', 'AM', '/'),
    ];
    const { of: found } = await written([...young, ...marks], { year: 2025, term: 'SPR' });
    expect(found('attendance-summary')).toMatchObject([
      {
        academicYear: 2024,
        term: 'AUT',
        sessionsPossible: 4,
        sessionsByCode: { '/': 1, '\\': 1, I: 1, O: 1, Y1: 1 },
      },
    ]);
    expect(found('attendance-summary')[0]).not.toHaveProperty('sessionsAuthorised');
  });

  it('gives both halves of the summer term in autumn, with sums of absence until 2024', async () => {
    const marks = [
      mark('2024-05-01', 'AM', 'I'),
      mark('2024-06-03', 'AM', 'O'),
      mark('2024-06-03', 'PM', '\\'),
    ];
    const { of: found } = await written([...young, ...marks], { year: 2024, term: 'AUT' });
    expect(found('attendance-summary')).toMatchObject([
      { startDate: '2024-04-01', sessionsPossible: 1, sessionsAuthorised: 1, sessionsUnauthorised: 0 },
      { startDate: '2024-05-27', sessionsPossible: 2, sessionsAuthorised: 0, sessionsUnauthorised: 1 },
    ]);
  });

  it('takes a sum of the very term before the marks', async () => {
    const summary: RecordOf<'attendance-summary'> = {
      kind: 'attendance-summary',
      key: 'x',
      ...base,
      academicYear: 2019,
      term: 'AUT',
      sessionsPossible: 140,
      sessionsAuthorised: 6,
      sessionsUnauthorised: 1,
      sessionsByCode: { I: 6, G: 1, M: 0 },
    };
    const records = [...young, summary, { ...summary, term: 'SPR' }, mark('2019-09-10', 'AM', '/')];
    const { xml, of: found } = await written(records, { year: 2020, term: 'SPR' });
    expect(found('attendance-summary')).toMatchObject([
      {
        academicYear: 2019,
        term: 'AUT',
        sessionsPossible: 140,
        sessionsAuthorised: 6,
        sessionsUnauthorised: 1,
        sessionsByCode: { I: 6, G: 1 },
      },
    ]);
    expect(xml).toContain('<AbsenceSessions>6</AbsenceSessions>');
  });

  it('has no attendance of boarders, and of those too young or too old for it', async () => {
    const marks = [mark('2024-09-03', 'AM', '/')];
    const boarder = { ...current, entryDate: '2021-09-01', boarder: 'B' };
    const census = { year: 2025, term: 'SPR' } as const;
    expect((await written([...young, boarder, ...marks], census)).of('attendance-summary')).toEqual([]);
    for (const [birthDate, count] of [
      ['2008-08-31', 0],
      ['2008-09-01', 1],
      ['2020-08-31', 1],
      ['2020-09-01', 0],
    ] as const) {
      const aged = withoutEnrolment.map((record) =>
        record.kind === 'pupil' ? { ...record, birthDate } : record,
      );
      const { of: found } = await written([...aged, ...marks], census);
      expect(found('attendance-summary'), birthDate).toHaveLength(count);
    }
  });

  it('has suspensions of two terms, or all of them when told to', async () => {
    const exclusions = [
      exclusion('2024-03-01'),
      exclusion('2024-06-10'),
      exclusion('2024-12-02'),
      exclusion('2025-01-08'),
    ];
    const census = { year: 2025, term: 'SPR' } as const;
    const { of: found } = await written([...young, ...exclusions], census);
    expect(found('exclusion')).toMatchObject([
      { category: 'SUSP', reasons: ['PP', 'DB'], startDate: '2024-06-10', sessions: 4 },
      { startDate: '2024-12-02' },
    ]);
    const whole = await written([...young, ...exclusions], { ...census, everyItem: true });
    expect(whole.of('exclusion')).toHaveLength(4);
    const old = await written([...young, exclusion('2017-11-06', { category: 'FIXD' })], {
      year: 2018,
      term: 'SPR',
    });
    expect(old.of('exclusion')).toMatchObject([{ category: 'FIXD', reasons: ['PP'] }]);
  });

  it('writes items by the names of the year', async () => {
    const extra: CanonicalRecord[] = [
      {
        kind: 'early-years-funding',
        key: 'e',
        ...base,
        fundedHours: 15,
        extendedHours: 7.5,
        eligibilityCode: '50000000001',
        eypp: true,
        disabilityAccessFund: false,
        basis: 'ECO',
      },
      { kind: 'looked-after', key: 'l', ...base, postLookedAfter: 'G' },
    ];
    const newer = await written([...young, ...extra], { year: 2025, term: 'SPR' });
    expect(newer.xml).toMatch(/<Sex>.*<PLAA>G<\/PLAA>.*<EligibilityCode>.*<EYPPR>Y<\/EYPPR>/);
    const older = await written([...young, ...extra], { year: 2016, term: 'SPR' });
    expect(older.xml).toMatch(/<Gender>.*<AdoptedFromCare>G<.*<ThirtyHourCode>.*<EYPPE>Y<\/EYPPE>/);
    for (const { of: found, issues } of [newer, older]) {
      expect(issues).toEqual([]);
      expect(found('early-years-funding')).toMatchObject([
        {
          fundedHours: 15,
          extendedHours: 7.5,
          eligibilityCode: '50000000001',
          eypp: true,
          disabilityAccessFund: false,
          basis: 'ECO',
        },
      ]);
      expect(found('looked-after')).toMatchObject([{ postLookedAfter: 'G' }]);
    }
  });

  it('keeps ethnicity and SEN needs for spring', async () => {
    const needs = of('sen-need');
    expect(needs).not.toHaveLength(0);
    for (const [term, count] of [
      ['SPR', needs.length],
      ['SUM', 0],
    ] as const) {
      const xml = await text(writeSchoolCensus(school, { year: 2027, term }));
      expect((await read(xml)).of('sen-need')).toHaveLength(count);
      expect(xml.includes('<Ethnicity>')).toBe(term === 'SPR');
    }
  });

  it('gives the SEN provision of census day', async () => {
    const provision = (startDate: string, code: string, endDate?: string): RecordOf<'sen-provision'> => ({
      kind: 'sen-provision',
      key: startDate,
      ...base,
      startDate,
      provision: code,
      ...(endDate === undefined ? {} : { endDate }),
    });
    const noSen = young.filter(({ kind }) => kind !== 'sen-provision');
    const spells = [
      provision('2020-09-01', 'K', '2024-10-31'),
      provision('2024-11-01', 'E'),
      provision('2025-03-01', 'N'),
    ];
    const onDay = async (term: 'AUT' | 'SPR' | 'SUM', year: number) =>
      (await written([...noSen, ...spells], { year, term }))
        .of('sen-provision')
        .map((record) => record.provision);
    expect(await onDay('AUT', 2024)).toEqual(['K']);
    expect(await onDay('SPR', 2025)).toEqual(['E']);
    expect(await onDay('SUM', 2025)).toEqual(['N']);
    expect((await written(noSen, { year: 2025, term: 'SPR' })).of('sen-provision')).toMatchObject([
      { provision: 'N' },
    ]);
  });

  it('escapes markup, and replaces what XML can not hold', async () => {
    const odd = young.map((record) =>
      record.kind === 'pupil'
        ? { ...record, surname: 'O\u0001<Neil> & "Co"', middleNames: 'a\ud800b' }
        : record,
    );
    const { of: found, issues } = await written(odd, { year: 2025, term: 'SPR' });
    expect(issues).toEqual([]);
    expect(found('pupil')).toMatchObject([{ surname: 'O\ufffd<Neil> & "Co"', middleNames: 'a\ufffdb' }]);
  });

  it('passes over a school, and records whose pupil is missing', async () => {
    const { of: found } = await written([school.record, exclusion('2024-06-10')], {
      year: 2025,
      term: 'SPR',
    });
    expect(found('pupil')).toEqual([]);
    expect(found('exclusion')).toEqual([]);
  });
});
