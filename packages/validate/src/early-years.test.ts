import { describe, expect, it } from 'vitest';
import { areHours, earlyYearsAge, isPastNursery, isThreeOrFour } from './early-years.js';

describe('earlyYearsAge', () => {
  it.each([
    // Autumn: by 31 August
    ['2020-08-31', '2023-10-05', 3],
    ['2020-09-01', '2023-10-05', 2],
    ['2019-08-31', '2023-10-05', 4],
    ['2019-09-01', '2023-10-05', 3],
    ['2018-09-01', '2023-10-05', 4],
    ['2018-08-31', '2023-10-05', 5],
    // Spring: by 31 December
    ['2020-12-31', '2024-01-18', 3],
    ['2021-01-01', '2024-01-18', 2],
    ['2019-09-01', '2024-01-18', 3],
    ['2019-01-01', '2024-01-18', 4],
    ['2018-12-31', '2024-01-18', 5],
    // Summer: by 31 March
    ['2021-03-31', '2024-05-16', 3],
    ['2021-04-01', '2024-05-16', 2],
    ['2019-04-01', '2024-05-16', 4],
    ['2019-03-31', '2024-05-16', 5],
    ['2021-03-31', '2024-04-01', 3],
    ['2021-03-31', '2024-03-31', 2],
    ['2021-03-31', '2024-08-31', 3],
    ['2023-08-31', '2024-09-01', 1],
  ])('of a child born on %s is on %s %i', (birthDate, date, age) => {
    expect(earlyYearsAge(birthDate, date)).toBe(age);
  });

  it('is not known without a date', () => {
    expect(earlyYearsAge('last spring', '2023-10-05')).toBeUndefined();
  });
});

describe('stages', () => {
  it.each([
    [2, undefined, false, false],
    [3, undefined, true, false],
    [3, 'school', true, false],
    [4, 'nursery', true, false],
    [4, undefined, false, false],
    [4, 'school', false, true],
    [5, 'nursery', false, true],
  ] as const)('age %i, %s', (age, stage, isEntitled, isPast) => {
    expect(isThreeOrFour({ age, stage })).toBe(isEntitled);
    expect(isPastNursery({ age, stage })).toBe(isPast);
  });
});

describe('areHours', () => {
  it.each([
    [0, true],
    [15, true],
    [12.67, true],
    [15.01, false],
    [-0.01, false],
    [12.667, false],
    [NaN, false],
  ])('%d: %s', (hours, isRight) => {
    expect(areHours(hours, 15)).toBe(isRight);
  });
});
