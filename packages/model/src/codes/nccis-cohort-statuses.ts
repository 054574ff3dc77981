import { defineCodeSet } from './code-set.js';

/** Why a young person is in the NCCIS return, or no longer. */
export const nccisCohortStatuses = defineCodeSet({
  id: 'nccis-cohort-statuses',
  title: 'NCCIS cohort status',
  source:
    'DfE, NCCIS: MI Return NCCIS 2015 (XSD) and management information requirement 2018-20, CohortStatus (YP10)',
  entries: [
    { code: 'P', label: 'Primary cohort' },
    { code: 'G', label: 'Outside the cohort but under the September Guarantee' },
    { code: 'A', label: 'Aged out' },
    { code: 'T', label: 'Transferred' },
    { code: 'E', label: 'Left England' },
    { code: 'M', label: 'Duplicate' },
    { code: 'D', label: 'Deceased' },
    { code: 'L', label: 'Aged 20 to 25, plan ceased' },
  ],
});
