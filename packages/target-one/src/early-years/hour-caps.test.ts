import type { Issue } from '@rollbook/parser-kit';
import { issueSchema } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlyYearsTerm } from './census-terms.js';
import type { EarlyYearsChild } from './child.js';
import { aChild, aOneYearOld, spring2026 } from './early-years.test-support.js';
import { type ChildAtSetting, checkHourCaps, childrenAtSettings } from './hour-caps.js';

async function check(children: readonly ChildAtSetting[], term = spring2026): Promise<Issue[]> {
  const issues: Issue[] = [];
  for await (const issue of checkHourCaps(children, term)) issues.push(issue);
  return issues;
}

function at(urn: string, child: EarlyYearsChild): ChildAtSetting {
  return { urn, child };
}

/** Without weeks, so that hours of the week alone are looked at. */
const share = (fundedHours: number, changes: Parameters<typeof aChild>[0] = {}): EarlyYearsChild =>
  aChild({ fundedHours, fundedWeeks: undefined, ...changes });

describe('hours across settings', () => {
  it('may be the limit together', async () => {
    expect(await check([at('500001', share(10)), at('500002', share(5))])).toEqual([]);
  });

  it('are found when they are half an hour over it, with settings and amounts and no name', async () => {
    const issues = await check([at('500001', share(10)), at('500002', share(5.5))]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: 'early-years-cap-funded',
      severity: 'error',
      value: '500001 10 + 500002 5.5 = 15.5, limit 15',
    });
    expect(issueSchema.safeParse(issues[0]).success).toBe(true);
    expect(JSON.stringify(issues)).not.toMatch(/Ashgrove|Wren|2022-06-14/i);
  });

  it('are added up in any order of the settings and between other children', async () => {
    const other = share(15, { forename: 'Rowan' });
    const issues = await check([at('500002', share(8)), at('500001', other), at('500001', share(8))]);
    expect(issues.map(({ value }) => value)).toEqual(['500002 8 + 500001 8 = 16, limit 15']);
  });

  it('of one setting alone are left to the rules', async () => {
    expect(await check([at('500001', share(20))])).toEqual([]);
  });

  it('have limits of their own for each entitlement, and one for all', async () => {
    const whole = aChild({ fundedHours: 15, fundedWeeks: undefined, extendedHours: 10 });
    const rest = aChild({ fundedHours: undefined, fundedWeeks: undefined, extendedHours: 5.5 });
    expect(
      (await check([at('500001', whole), at('500002', rest)])).map(({ code, value }) => [code, value]),
    ).toEqual([
      ['early-years-cap-extended', '500001 10 + 500002 5.5 = 15.5, limit 15'],
      ['early-years-cap-total', '500001 25 + 500002 5.5 = 30.5, limit 30'],
    ]);
    const two = { birthDate: '2023-06-14', fundedWeeks: undefined };
    const both = await check([
      at('500001', aChild({ ...two, fundedHours: 15 })),
      at('500002', aChild({ ...two, fundedHours: undefined, expandedHours: 15.5 })),
    ]);
    expect(both.map(({ code }) => code)).toEqual(['early-years-cap-total']);
  });

  it('of working parents go to 15 in 2025 and to 30 in 2026', async () => {
    const halves = ['500001', '500002'].map((urn) =>
      at(urn, aOneYearOld({ expandedHours: 15, expandedWeeks: undefined })),
    );
    expect(await check(halves)).toEqual([]);
    const before = await check(halves, earlyYearsTerm('SPR', 2025));
    expect(before.map(({ code, value }) => [code, value])).toEqual([
      ['early-years-cap-expanded', '500001 15 + 500002 15 = 30, limit 15'],
    ]);
  });

  it('of a year are added up where the weeks are named', async () => {
    const stretched = share(7.5, { fundedWeeks: 38 });
    expect(await check([at('500001', stretched), at('500002', stretched)])).toEqual([]);
    const longer = share(7.5, { fundedWeeks: 40 });
    expect(
      (await check([at('500001', stretched), at('500002', longer)])).map(({ code, value }) => [code, value]),
    ).toEqual([['early-years-cap-yearly', '500001 285 + 500002 300 = 585, limit 570']]);
  });
});

describe('a child', () => {
  const upn = 'T920100124001';

  it('is known by its UPN, whatever its name', async () => {
    const issues = await check([
      at('500001', share(10, { upn, surname: 'Ashgrove-Fell' })),
      at('500002', share(10, { upn: ` ${upn.toLowerCase()}` })),
    ]);
    expect(issues.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('is two children with two UPNs, though names and birthday are the same', async () => {
    const issues = await check([
      at('500001', share(10, { upn })),
      at('500002', share(10, { upn: 'G920100124002' })),
    ]);
    expect(issues).toEqual([]);
  });

  it('is joined by name where one setting has no UPN, as a query', async () => {
    for (const pair of [
      [share(10, { upn }), share(10)],
      [share(10), share(10, { upn })],
    ] as const) {
      const issues = await check([at('500001', pair[0]), at('500002', pair[1])]);
      expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
        ['early-years-cap-funded', 'query'],
      ]);
    }
  });

  it('is known by names whatever their case and spaces, and by the birthday', async () => {
    const same = share(10, { surname: ' ASHGROVE', forename: 'wren ' });
    expect(await check([at('500001', share(10)), at('500002', same)])).toHaveLength(1);
    const younger = share(10, { birthDate: '2022-06-15' });
    expect(await check([at('500001', share(10)), at('500002', younger)])).toEqual([]);
  });

  it('without a name or birthday is nobody’s other half', async () => {
    const nameless = share(10, { forename: undefined });
    expect(await check([at('500001', nameless), at('500002', nameless)])).toEqual([]);
  });

  it('twice at one setting is told', async () => {
    const issues = await check([at('500001', share(5)), at('500001', share(5))]);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['early-years-child-twice', '500001: 2'],
    ]);
  });

  it('at more settings than are remembered still has all hours counted', async () => {
    const many = Array.from({ length: 12 }, (_, index) => at(String(500001 + index), share(1.5)));
    const issues = await check(many);
    expect(issues.map(({ code }) => code)).toEqual(['early-years-cap-funded']);
    expect(issues[0]?.value).toMatch(/\+ others 6 = 18, limit 15$/);
  });
});

it('takes returns of settings, and passes over children without funded hours', async () => {
  const returns = [
    { setting: { urn: '500001' }, children: [share(10), share(0), share(0)] },
    { setting: { urn: '500002' }, children: [share(5.5)] },
  ];
  const issues: Issue[] = [];
  for await (const issue of checkHourCaps(childrenAtSettings(returns), spring2026)) issues.push(issue);
  expect(issues.map(({ code }) => code)).toEqual(['early-years-cap-funded']);
});

it('says the same for every order of the rows', async () => {
  const rows = [
    at('500001', share(10, { upn: 'T920100124001' })),
    at('500002', share(6, { upn: 'T920100124001' })),
    at('500003', share(3, { forename: 'Rowan' })),
    at('500001', share(13, { forename: 'Rowan' })),
  ];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
      const issues = await check(shuffled);
      expect(issues.map(({ code }) => code)).toEqual(['early-years-cap-funded', 'early-years-cap-funded']);
    }),
  );
});
