import { type CodeOf, defineCodeSet } from './code-set.js';

/** How a pupil ceased to be looked after. */
export const postLookedAfterArrangements = defineCodeSet({
  id: 'post-looked-after',
  title: 'Post looked-after arrangements (PLAA)',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS087',
  entries: [
    { code: 'N', label: 'Not declared' },
    { code: 'A', label: 'Adopted from care, England and Wales' },
    { code: 'G', label: 'Special guardianship order, England and Wales' },
    { code: 'R', label: 'Residence order, England and Wales' },
    { code: 'C', label: 'Child arrangements order, England and Wales' },
    { code: 'O', label: 'Adopted from state care outside England and Wales', datesUnconfirmed: true },
  ],
});

export type PostLookedAfterArrangement = CodeOf<typeof postLookedAfterArrangements>;
