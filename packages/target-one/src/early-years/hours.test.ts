import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitlementsOf, hourLimitsOn } from './hour-limits.js';
import { addHours, isHalfHours, isOverYearly, placeHours, weeklyHours, yearlyHours } from './hours.js';

const day = '2026-01-15';

describe('limits', () => {
  it('allow no expanded hours before April 2024, 15 until August 2025, 30 since', () => {
    expect(hourLimitsOn('2024-01-18').expanded).toBe(0);
    expect(hourLimitsOn('2024-03-31').expanded).toBe(0);
    expect(hourLimitsOn('2024-04-01').expanded).toBe(15);
    expect(hourLimitsOn('2025-01-16').expanded).toBe(15);
    expect(hourLimitsOn('2025-08-31').expanded).toBe(15);
    expect(hourLimitsOn('2025-09-01').expanded).toBe(30);
    expect(hourLimitsOn(day)).toMatchObject({ funded: 15, extended: 15, expanded: 30, total: 30 });
  });

  it('are 570 hours a year for 15 a week, and 1,140 for 30', () => {
    expect(hourLimitsOn(day).yearly).toEqual({ funded: 570, extended: 570, expanded: 1140, total: 1140 });
    expect(hourLimitsOn('2025-01-16').yearly.expanded).toBe(570);
  });

  it('know an oldest day', () => {
    expect(hourLimitsOn('2010-01-01').funded).toBe(15);
  });

  it('go by age', () => {
    expect(entitlementsOf(4)).toEqual(['funded', 'extended']);
    expect(entitlementsOf(3)).toEqual(['funded', 'extended']);
    expect(entitlementsOf(2)).toEqual(['funded', 'expanded']);
    expect(entitlementsOf(1)).toEqual(['expanded']);
    expect(entitlementsOf(0)).toEqual(['expanded']);
  });
});

describe('placing hours', () => {
  it('gives a two-year-old with both routes the additional-support hours first', () => {
    const both = { age: 2, additionalSupport: true, workingParents: true, day } as const;
    expect(placeHours({ ...both, hours: 25 })).toEqual({
      funded: 15,
      extended: 0,
      expanded: 10,
      unfunded: 0,
    });
    expect(placeHours({ ...both, hours: 12 })).toEqual({ funded: 12, extended: 0, expanded: 0, unfunded: 0 });
    expect(placeHours({ ...both, hours: 30.5 })).toEqual({
      funded: 15,
      extended: 0,
      expanded: 15,
      unfunded: 0.5,
    });
  });

  it('gives a two-year-old of working parents alone up to 30 expanded hours, and 15 a year before', () => {
    const working = { age: 2, workingParents: true, hours: 31 } as const;
    expect(placeHours({ ...working, day })).toEqual({ funded: 0, extended: 0, expanded: 30, unfunded: 1 });
    expect(placeHours({ ...working, day: '2025-01-16' })).toEqual({
      funded: 0,
      extended: 0,
      expanded: 15,
      unfunded: 16,
    });
  });

  it('gives a three-year-old universal hours, and extended ones to working parents', () => {
    expect(placeHours({ age: 3, hours: 20, day })).toEqual({
      funded: 15,
      extended: 0,
      expanded: 0,
      unfunded: 5,
    });
    expect(placeHours({ age: 4, hours: 30, workingParents: true, day })).toEqual({
      funded: 15,
      extended: 15,
      expanded: 0,
      unfunded: 0,
    });
  });

  it('gives under-twos nothing but working parents’ hours', () => {
    expect(placeHours({ age: 1, hours: 10, additionalSupport: true, day }).unfunded).toBe(10);
    expect(placeHours({ age: 0, hours: 10, workingParents: true, day }).expanded).toBe(10);
  });

  it('loses and invents no hour, and stays within the limits', () => {
    fc.assert(
      fc.property(
        fc.record({
          age: fc.constantFrom(0, 1, 2, 3, 4),
          hours: fc.integer({ min: 0, max: 7000 }).map((hundredths) => hundredths / 100),
          additionalSupport: fc.boolean(),
          workingParents: fc.boolean(),
          day: fc.constantFrom('2024-01-18', '2025-01-16', day),
        }),
        (request) => {
          const placed = placeHours(request);
          const limits = hourLimitsOn(request.day);
          expect(addHours(placed.funded, placed.extended, placed.expanded, placed.unfunded)).toBe(
            request.hours,
          );
          expect(addHours(placed.funded, placed.extended, placed.expanded)).toBeLessThanOrEqual(limits.total);
          for (const one of ['funded', 'extended', 'expanded'] as const) {
            expect(placed[one]).toBeLessThanOrEqual(limits[one]);
            if (!entitlementsOf(request.age).includes(one)) expect(placed[one]).toBe(0);
          }
        },
      ),
    );
  });

  it('refuses hours that are none', () => {
    expect(() => placeHours({ age: 3, hours: -0.5, day })).toThrow(RangeError);
    expect(() => placeHours({ age: 3, hours: Number.NaN, day })).toThrow(RangeError);
    expect(() => placeHours({ age: 3, hours: Infinity, day })).toThrow(RangeError);
  });
});

describe('hours', () => {
  it('add up without a float’s rest', () => {
    expect(addHours(0.1, 0.2, undefined)).toBe(0.3);
  });

  it('stand in steps of half an hour', () => {
    expect(isHalfHours(14.5)).toBe(true);
    expect(isHalfHours(15)).toBe(true);
    expect(isHalfHours(14.75)).toBe(false);
  });

  it('are stretched over more weeks', () => {
    expect(yearlyHours(15, 38)).toBe(570);
    expect(weeklyHours(570, 38)).toBe(15);
    expect(weeklyHours(570, 51)).toBe(11.18);
    expect(yearlyHours(11.18, 51)).toBe(570.18);
    expect(() => weeklyHours(570, 0)).toThrow(RangeError);
    expect(() => weeklyHours(570, 53)).toThrow(RangeError);
  });

  it('are over a year’s when more than rounding makes them so', () => {
    const limits = hourLimitsOn(day);
    expect(isOverYearly(15, 38, 'funded', limits)).toBe(false);
    expect(isOverYearly(11.18, 51, 'funded', limits)).toBe(false);
    expect(isOverYearly(11.5, 50, 'funded', limits)).toBe(true);
    expect(isOverYearly(15, 39, 'funded', limits)).toBe(true);
    expect(isOverYearly(30, 38, 'expanded', limits)).toBe(false);
    expect(isOverYearly(30, 39, 'expanded', limits)).toBe(true);
  });

  it('stretched and rounded are never over the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 52 }), (weeks) => {
        expect(isOverYearly(weeklyHours(570, weeks), weeks, 'funded', hourLimitsOn(day))).toBe(false);
      }),
    );
  });
});
