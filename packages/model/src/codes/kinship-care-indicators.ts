import { defineCodeSet } from './code-set.js';

/** Whether a pupil is in kinship care. */
export const kinshipCareIndicators = defineCodeSet({
  id: 'kinship-care-indicators',
  title: 'Kinship care indicator',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS134',
  entries: [
    { code: 'ND', label: 'Not declared' },
    { code: 'KF', label: 'Kinship care, formal arrangements' },
    { code: 'KI', label: 'Kinship care, informal arrangements' },
    { code: 'KU', label: 'Kinship care, arrangements unknown' },
  ],
});
