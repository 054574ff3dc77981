import { type CodeOf, defineCodeSet } from './code-set.js';

/** Whether a parent is in regular HM Forces. */
export const serviceChildIndicators = defineCodeSet({
  id: 'service-child-indicators',
  title: 'Service child indicator',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS006 (item 100330)',
  entries: [
    { code: 'Y', label: 'Yes' },
    { code: 'N', label: 'No' },
    { code: 'U', label: 'Unknown' },
    { code: 'R', label: 'Refused' },
  ],
});

export type ServiceChildIndicator = CodeOf<typeof serviceChildIndicators>;
