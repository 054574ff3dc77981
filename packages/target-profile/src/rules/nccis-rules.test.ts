import { existsSync, readFileSync } from 'node:fs';
import { openSource } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { header as fileHeader, anyPerson } from '../nccis/make-person.test-support.js';
import { readNccisXml } from '../nccis/read-nccis-xml.js';
import { writeNccisXml } from '../nccis/write-nccis-xml.js';
import { checkNccis, createNccisChecker, type NccisCheckSummary } from './nccis-checker.js';
import { nccisRules } from './nccis-rules.js';
import { atSchool, but, header, neet, right } from './right-person.test-support.js';
import { isInForce, nccisRuleGroups, severityOf } from './rule.js';
import { birthdayOf, schoolYearStart } from './rule-dates.js';
import { samples } from './rule-samples.test-support.js';

const own = nccisRules.filter(({ breaks }) => breaks !== undefined);

describe('rules over one person', () => {
  it('have people who break them and people who don’t', () => {
    expect(Object.keys(samples).sort()).toEqual(own.map(({ code }) => code).sort());
    for (const { fails, passes } of Object.values(samples)) {
      expect(fails.length).toBeGreaterThan(0);
      expect(passes.length).toBeGreaterThan(0);
    }
  });

  it.each(own)('$code: $title', ({ code, priority }) => {
    const { fails, passes, header: more } = samples[code]!;
    const checkOf = (person: (typeof fails)[number]) =>
      createNccisChecker({ ...header, ...more }).check(person, { line: 7 });
    for (const person of fails) {
      const found = checkOf(person).filter((issue) => issue.code === `nccis-${code}`);
      expect(found).toMatchObject([{ severity: severityOf(priority), place: { line: 7 } }]);
    }
    for (const person of passes)
      expect(checkOf(person).map((issue) => issue.code)).not.toContain(`nccis-${code}`);
  });

  it.each([
    ['in the sixth form', right],
    ['in Year 11', atSchool()],
    ['seeking work', neet()],
    ['with a plan at 22', but({ dob: '2004-05-05', sendFlag: 'Y', guaranteeStatusIndicator: 'N' })],
  ])('find nothing wrong with someone %s', (_, person) => {
    expect(createNccisChecker(header).check(person)).toEqual([]);
  });
});

describe('the registry', () => {
  it('has each number once, in words without data', () => {
    const codes = nccisRules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(85);
    for (const { code, title, help, group } of nccisRules) {
      expect(code).toMatch(/^\d{1,3}$/);
      expect(title).not.toMatch(/\.$/);
      expect(help).toMatch(/\.$/);
      expect(nccisRuleGroups).toContain(group);
    }
  });

  it('has a rule only in its time', () => {
    const issuesIn = (periodEnd: string) =>
      createNccisChecker({ ...header, periodEnd })
        .check(but({ senSupportFlag: undefined, dob: '2004-01-01' }))
        .map(({ code }) => code);
    expect(issuesIn('2018-03-31')).not.toContain('nccis-303');
    expect(issuesIn('2018-04-30')).toContain('nccis-303');
    expect(issuesIn('2020-03-31')).toContain('nccis-301');
    expect(issuesIn('2020-04-30')).not.toContain('nccis-301');
    const noGuarantee = { guaranteeYear11: undefined, guaranteeStatusIndicator: 'N' };
    const asked = (periodEnd: string, dob: string) =>
      createNccisChecker({ ...header, periodEnd })
        .check(but({ ...noGuarantee, dob }))
        .map(({ code }) => code);
    expect(asked('2019-09-30', '2002-11-20')).toContain('nccis-905');
    expect(asked('2019-10-31', '2002-11-20')).not.toContain('nccis-905');
    expect(isInForce({ from: '2020-01-01' }, '2020-01-01')).toBe(true);
    expect(isInForce({ from: '2020-01-01' }, '2019-12-31')).toBe(false);
    expect(isInForce({ to: '2020-01-01' }, '2020-01-01')).toBe(true);
    expect([1, 2, 3].map((priority) => severityOf(priority as 1))).toEqual(['error', 'query', 'info']);
    const listless = createNccisChecker({ ...header, databaseIds: [], sourceLeas: [] });
    expect(listless.check(right)).toEqual([]);
    expect(isInForce({ to: '2020-01-01' }, undefined)).toBe(false);
    expect(isInForce({ from: '2020-01-01' }, undefined)).toBe(true);
  });

  it('is the one that docs/formats/nccis-rules.md lists', () => {
    const doc = readFileSync(new URL('../../../../docs/formats/nccis-rules.md', import.meta.url), 'utf8');
    const rows = doc
      .split('\n')
      .filter((line) => /^\| \d+ /.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(
      nccisRules.map(({ code, priority, group, title, from, to, unconfirmed }) => [
        code,
        String(priority),
        group,
        title,
        [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`]
          .filter(Boolean)
          .join(', '),
        unconfirmed ?? '',
      ]),
    );
  });
});

describe('rules over several people', () => {
  const codesOf = (...people: (typeof right)[]) => {
    const checker = createNccisChecker(header);
    return people.map((person) => checker.check(person).map(({ code }) => code));
  };
  const other = but({ youngPersonsId: '9990000000002', givenName: 'Bo', uniqueLearnerNo: '1234567891' });

  it('902: an id that was there, but for one under the guarantee alone', () => {
    expect(codesOf(right, other)).toEqual([[], []]);
    expect(codesOf(right, but({ givenName: 'Bo' }))).toEqual([[], ['nccis-902']]);
    expect(codesOf(right, but({ cohortStatus: 'G' }))).toEqual([[], []]);
    expect(codesOf(but({ cohortStatus: 'G' }), right)).toEqual([[], []]);
  });

  it('907: a ULN of another', () => {
    expect(codesOf(right, { ...other, uniqueLearnerNo: '1234567890' })).toEqual([[], ['nccis-907']]);
  });

  it('spare a record that is said to be a duplicate', () => {
    const twin = but({ youngPersonsId: '9990000000002', cohortStatus: 'M' });
    expect(codesOf(right, twin)).toEqual([[], []]);
    expect(codesOf(twin, right)).toEqual([[], []]);
  });

  it('908: the same names and date of birth under another id', () => {
    const twin = but({ youngPersonsId: '9990000000002', uniqueLearnerNo: undefined, givenName: 'ADA' });
    expect(codesOf(right, twin)).toEqual([[], ['nccis-908']]);
    expect(codesOf(right, { ...twin, dob: '2009-11-21' })).toEqual([[], []]);
  });
});

describe('a whole return', () => {
  const check = async (text: string) => {
    const codes: string[] = [];
    let summary: NccisCheckSummary | undefined;
    const batches = readNccisXml(await openSource(Buffer.from(text)));
    for await (const issues of checkNccis(batches, { onSummary: (done) => (summary = done) }))
      codes.push(...issues.map(({ code }) => code));
    return { codes, summary: summary! };
  };
  const written = async (people: (typeof right)[]) => {
    let text = '';
    for await (const piece of writeNccisXml(header, people)) text += piece;
    return text;
  };

  it('is summed up, and what the whole file is refused for stands out', async () => {
    const bad = but({
      youngPersonsId: '9990000000002',
      cohortStatus: 'X',
      activity: undefined,
      uniqueLearnerNo: undefined,
      givenName: 'Bo',
      postcode: undefined,
    });
    const { codes, summary } = await check(await written([right, bad]));
    expect(codes).toEqual(['nccis-spelling', 'nccis-32', 'nccis-904', 'nccis-240']);
    expect(summary).toEqual({
      people: 2,
      rules: [
        { code: '32', priority: 1, count: 1 },
        { code: '240', priority: 1, count: 1 },
        { code: '904', priority: 1, count: 1 },
      ],
      rejectedFor: ['240', '904'],
    });
  });

  it('without a header is judged by the day that is given, or by none', async () => {
    const text = (await written([but({ dob: '1990-01-01' })])).replace(
      /<FileHeader>[\s\S]*<\/FileHeader>/,
      '',
    );
    expect((await check(text)).codes).not.toContain('nccis-9');
    expect(() => createNccisChecker(undefined, { periodEnd: 'x' })).toThrow(RangeError);
    const issues = createNccisChecker(undefined, { periodEnd: '2026-10-31' }).check(
      but({ dob: '1990-01-01' }),
    );
    expect(issues.map(({ code }) => code)).toContain('nccis-9');
  });

  it('of anybody at all is judged without an error, and words hold no data', () => {
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 5 }), (people) => {
        const checker = createNccisChecker(fileHeader);
        for (const person of people) {
          for (const { code, message, help } of checker.check(person))
            expect(
              nccisRules.some(
                (rule) => `nccis-${rule.code}` === code && `${rule.title}.` === message && rule.help === help,
              ),
            ).toBe(true);
        }
        expect(checker.summary().people).toBe(people.length);
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['2008-02-29', 18, '2026-03-01'],
    ['2008-02-29', 20, '2028-02-29'],
    ['2009-11-20', 15, '2024-11-20'],
  ])('%s is %i on %s', (birth, age, day) => {
    expect(birthdayOf(birth, age)).toBe(day);
  });

  it('school years begin on 1 September', () => {
    expect(schoolYearStart('2026-08-31')).toBe('2025-09-01');
    expect(schoolYearStart('2026-09-01')).toBe('2026-09-01');
  });
});

const sample = new URL('../../../../../shared/samples/targets/nccis/test1.xml', import.meta.url);
it.runIf(existsSync(sample))('judges a public return', async () => {
  let summary: NccisCheckSummary | undefined;
  const batches = readNccisXml(await openSource(readFileSync(sample)));
  const issues = checkNccis(batches, { onSummary: (done) => (summary = done) });
  while ((await issues.next()).done !== true);
  expect(summary?.people).toBe(204);
  // Made with a few faults on purpose: conditions that were read wrongly would find many.
  for (const { code, count } of summary!.rules) expect(count, code).toBeLessThan(5);
});
