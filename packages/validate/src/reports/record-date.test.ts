import { expect, it } from 'vitest';
import {
  aContact,
  aLookedAfter,
  aMark,
  anAttendanceSummary,
  anEnrolment,
  anExclusion,
  anFsmSpell,
  aPupil,
  aPupilPremium,
  aResult,
  aSenNeed,
  aSenProvision,
  aServiceChild,
} from '../testing/samples.js';
import { recordDate } from './record-date.js';

it.each([
  [aMark({ date: '2026-09-02' }), '2026-09-02'],
  [aResult({ resultDate: '2026-09-03' }), '2026-09-03'],
  [anEnrolment({ entryDate: '2026-09-04' }), '2026-09-04'],
  [anExclusion({ startDate: '2026-09-05' }), '2026-09-05'],
  [anAttendanceSummary({ startDate: '2026-09-06' }), '2026-09-06'],
  [anFsmSpell({ startDate: '2026-09-07' }), '2026-09-07'],
  [aSenProvision({ startDate: '2026-09-08' }), '2026-09-08'],
  [aSenNeed({ startDate: '2026-09-09' }), '2026-09-09'],
  [aLookedAfter({ startDate: '2026-09-10' }), '2026-09-10'],
  [aServiceChild({ startDate: '2026-09-11' }), '2026-09-11'],
  [aPupilPremium({ startDate: '2026-09-12' }), '2026-09-12'],
  [anEnrolment({ entryDate: undefined }), undefined],
  [aPupil(), undefined],
  [aContact(), undefined],
])('$0.kind', (record, expected) => {
  expect(recordDate(record)).toBe(expected);
});
