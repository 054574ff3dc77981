import { defineCodeSet } from './code-set.js';

/** Who identified a pupil as a young carer. */
export const youngCarerIndicators = defineCodeSet({
  id: 'young-carer-indicators',
  title: 'Young carer indicator',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS118',
  entries: [
    { code: 'P', label: 'Identified by parent or guardian' },
    { code: 'S', label: 'Identified by school' },
    { code: 'N', label: 'Not declared' },
  ],
});
