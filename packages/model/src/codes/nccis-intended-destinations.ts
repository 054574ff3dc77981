import { defineCodeSet } from './code-set.js';

/** Where a pupil of Year 11 means to go. */
export const nccisIntendedDestinations = defineCodeSet({
  id: 'nccis-intended-destinations',
  title: 'NCCIS intended destination',
  source:
    'DfE, NCCIS: MI Return NCCIS 2015 (XSD) and management information requirement 2018-20, IntendedDestinationYr11 (ID01)',
  entries: [
    { code: '111', label: 'Same school' },
    { code: '121', label: 'Other institution' },
    { code: '211', label: 'Apprenticeship or traineeship' },
    { code: '311', label: 'Job with accredited study' },
    { code: '321', label: 'Job without accredited study' },
    { code: '411', label: 'Other' },
    { code: '511', label: 'Undecided' },
    { code: '611', label: 'Not obtained' },
  ],
});
