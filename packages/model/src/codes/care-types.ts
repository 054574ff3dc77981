import { defineCodeSet } from './code-set.js';

/** What care a looked-after pupil is in. */
export const lookedAfterCareTypes = defineCodeSet({
  id: 'care-types',
  title: 'Type of care',
  source: 'SIF UK 2.6, in care type (CBDS 100051)',
  entries: [
    { code: 'FT', label: 'Fostered' },
    { code: 'CH', label: "Children's home" },
    { code: 'WP', label: 'With parents' },
    { code: 'PA', label: 'Placed for adoption' },
    { code: 'OT', label: 'Other' },
  ],
});
