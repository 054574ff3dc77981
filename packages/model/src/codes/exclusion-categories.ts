import { type CodeOf, defineCodeSet } from './code-set.js';

/** Kinds of exclusion. "Suspension" took the place of "fixed period" with the 2021/22 school year. */
export const exclusionCategories = defineCodeSet({
  id: 'exclusion-categories',
  title: 'Exclusion category',
  source:
    'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, exclusion category (CS048, items 100087 and N00026); FIXD: SIF UK 2.6; change: CBDS RFC 1176 (2021)',
  entries: [
    { code: 'SUSP', label: 'Suspension', from: '2021-09-01', datesUnconfirmed: true },
    { code: 'FIXD', label: 'Fixed period exclusion', to: '2021-08-31', datesUnconfirmed: true },
    { code: 'PERM', label: 'Permanent exclusion' },
    { code: 'LNCH', label: 'Lunchtime exclusion' },
  ],
});

export type ExclusionCategory = CodeOf<typeof exclusionCategories>;
