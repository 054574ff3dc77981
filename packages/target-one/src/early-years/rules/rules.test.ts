import { issueSchema } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { earlyYearsTerm } from '../census-terms.js';
import { aChild, aOneYearOld, aSetting, aTwoYearOld, spring2026 } from '../early-years.test-support.js';
import { checkEarlyYearsSetting, earlyYearsRules } from './early-years-rules.js';
import { ruleSamples, type RuleSample } from './rule-samples.test-support.js';

function codesOf(sample: RuleSample): string[] {
  const term = sample.year === undefined ? spring2026 : earlyYearsTerm('SPR', sample.year);
  return [...checkEarlyYearsSetting(sample, term)].map(({ code }) => code);
}

describe('the registry', () => {
  it('has each code once, and samples for each and for nothing else', () => {
    const codes = earlyYearsRules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(ruleSamples).sort()).toEqual([...codes].sort());
  });

  it('marks by its Q what is a query under a number of the DfE’s', () => {
    for (const { code, source, severity } of earlyYearsRules) {
      if (source === 'dfe-number') expect(severity).toBe(code.endsWith('Q') ? 'query' : 'error');
      else expect(code).toMatch(/^early-years-[a-z-]+$/);
    }
  });
});

describe.each(earlyYearsRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const { fails = {}, passes = {} } = ruleSamples[code] ?? {};

  it('has both kinds of samples', () => {
    expect(Object.keys(fails).length).toBeGreaterThan(0);
    expect(Object.keys(passes).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(fails))('finds: %s', (_, sample) => {
    expect(codesOf(sample)).toContain(code);
  });

  it.each(Object.entries(passes))('passes: %s', (_, sample) => {
    expect(codesOf(sample)).not.toContain(code);
  });

  it('gives issues that fit their schema and name nobody', () => {
    for (const sample of Object.values(fails)) {
      const term = earlyYearsTerm('SPR', sample.year ?? 2026);
      for (const issue of checkEarlyYearsSetting(sample, term)) {
        expect(issueSchema.safeParse(issue).error).toBeUndefined();
        expect(issue.message + issue.help + JSON.stringify(issue.place)).not.toMatch(
          /Ashgrove|Wren|Mill Lane/,
        );
      }
    }
    expect(rule.message).toMatch(/\.$/);
  });
});

describe('a setting that is right', () => {
  it('has no issue', () => {
    const children = [
      aChild(),
      aTwoYearOld({ expandedHours: 5, expandedWeeks: 38, eligibilityCode: '50012345678' }),
      aOneYearOld(),
    ];
    expect([...checkEarlyYearsSetting({ setting: aSetting(), children }, spring2026)]).toEqual([]);
  });

  it('may have children without funded hours, of whom nothing is asked', () => {
    const unfunded = { surname: 'Fenwick' };
    expect([
      ...checkEarlyYearsSetting({ setting: aSetting(), children: [unfunded, aChild()] }, spring2026),
    ]).toEqual([]);
  });

  it('has issues of a child placed by its position among all', () => {
    const children = [{ surname: 'Fenwick' }, aChild({ sex: undefined })];
    const [issue] = checkEarlyYearsSetting({ setting: aSetting(), children }, spring2026);
    expect(issue).toMatchObject({
      code: 'early-years-sex',
      field: 'sex',
      place: { path: '/500001/2' },
      record: { kind: 'pupil' },
    });
    const [own] = checkEarlyYearsSetting(
      { setting: aSetting({ name: undefined }), children: [aChild()] },
      spring2026,
    );
    expect(own).toMatchObject({ place: { path: '/500001' }, record: { kind: 'school', key: 'urn:500001' } });
  });
});
