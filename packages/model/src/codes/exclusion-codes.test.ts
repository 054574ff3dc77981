import { describe, expect, it } from 'vitest';
import { exclusionCategories } from './exclusion-categories.js';
import { exclusionReasons } from './exclusion-reasons.js';
import { exclusionReviewResults } from './exclusion-reviews.js';

describe('exclusion codes', () => {
  it('calls a fixed period exclusion a suspension from the school year 2021/22', () => {
    expect(exclusionCategories.has('FIXD', '2021-08-31')).toBe(true);
    expect(exclusionCategories.has('SUSP', '2021-08-31')).toBe(false);
    expect(exclusionCategories.lookup('FIXD', '2021-09-01').status).toBe('out-of-date');
    expect(exclusionCategories.has('SUSP', '2021-09-01')).toBe(true);
  });

  it('drops OT and adds five reasons in autumn 2020', () => {
    expect(exclusionReasons.has('OT', '2020-08-31')).toBe(true);
    expect(exclusionReasons.has('OT', '2020-09-01')).toBe(false);
    for (const code of ['OW', 'LG', 'DS', 'MT', 'PH']) {
      expect(exclusionReasons.has(code, '2020-08-31')).toBe(false);
      expect(exclusionReasons.has(code, '2020-09-01')).toBe(true);
    }
  });

  it('has the 29 reasons of the May 2026 edition from autumn 2026, with the new meanings of TB and DR', () => {
    const valid = exclusionReasons.on('2026-09-01').filter((entry) => !entry.label.includes('(Wales)'));
    expect(valid).toHaveLength(29);
    expect(exclusionReasons.label('TB', '2019-01-01')).toContain('Wales');
    expect(exclusionReasons.label('TB', '2026-09-01')).toContain('online');
  });

  it('groups review results by what they mean for the pupil', () => {
    expect(exclusionReviewResults.lookup('FRE')).toMatchObject({ entry: { group: 'reinstated' } });
    expect(exclusionReviewResults.lookup('INO')).toMatchObject({ entry: { group: 'not-reinstated' } });
  });
});
