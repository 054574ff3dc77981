import { defineCodeSet } from './code-set.js';

/** What offer a young person has under the September Guarantee. 114 and 115 are for Year 12 alone. */
export const nccisGuaranteeStatuses = defineCodeSet({
  id: 'nccis-guarantee-statuses',
  title: 'September Guarantee status',
  source:
    'DfE, NCCIS: MI Return NCCIS 2015 (XSD) and management information requirement 2018-20, GuaranteeStatus (SG02, SG11)',
  entries: [
    { code: '110', label: 'Offer made' },
    { code: '114', label: 'Already in learning: education' },
    { code: '115', label: 'Already in learning: job with training' },
    { code: '120', label: 'Going to a job without training' },
    { code: '122', label: 'Offer not appropriate: personal circumstances' },
    { code: '123', label: 'Offer not appropriate: other' },
    { code: '124', label: 'Personal development' },
    { code: '140', label: 'Applied, waiting' },
    { code: '150', label: 'No suitable provision' },
    { code: '151', label: 'Has not applied' },
    { code: '153', label: 'Moved away' },
    { code: '154', label: 'Cannot be contacted, or other' },
    { code: '159', label: 'Not yet recorded' },
  ],
});
