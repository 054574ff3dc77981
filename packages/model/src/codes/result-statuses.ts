import { type CodeOf, defineCodeSet } from './code-set.js';

/** How final a result is. */
export const resultStatuses = defineCodeSet({
  id: 'result-statuses',
  title: 'Result status',
  source: 'DfE CBDS, CS014; SIF UK 2.6, assessment (CBDS)',
  entries: [
    { code: 'E', label: 'Estimate' },
    { code: 'I', label: 'Interim' },
    { code: 'P', label: 'Provisional, subject to regrading or appeal' },
    { code: 'R', label: 'Result' },
    { code: 'T', label: 'Target' },
  ],
});

export type ResultStatus = CodeOf<typeof resultStatuses>;
