import { expect, it } from 'vitest';
import { matchPaths } from './record-matcher.js';

it('matches whole paths, with stars for single steps', () => {
  const matches = matchPaths(['CTFile/Header', '/CTFile/CTFpupilData/Pupil', '*/Record']);
  expect(matches(['CTFile', 'Header'])).toBe(true);
  expect(matches(['CTFile', 'CTFpupilData', 'Pupil'])).toBe(true);
  expect(matches(['SuperStarReport', 'Record'])).toBe(true);
  expect(matches(['CTFile'])).toBe(false);
  expect(matches(['CTFile', 'header'])).toBe(false);
  expect(matches(['CTFile', 'Other', 'Pupil'])).toBe(false);
  expect(matches(['CTFile', 'CTFpupilData', 'Pupil', 'UPN'])).toBe(false);
});

it('refuses a path of nothing', () => {
  expect(() => matchPaths(['/'])).toThrow(TypeError);
});
