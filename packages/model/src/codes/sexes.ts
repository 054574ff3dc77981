import { type CodeOf, defineCodeSet } from './code-set.js';

/** Sex, in older files gender. U is for a child not yet born or a question not asked; W stands in older files and in NCCIS. */
export const sexes = defineCodeSet({
  id: 'sexes',
  title: 'Sex',
  source:
    'DfE CBDS sex (CS119); gov.uk, Alternative provision census, Codes (September 2024); W: SIF UK 2.6, NCCIS YP07',
  entries: [
    { code: 'M', label: 'Male' },
    { code: 'F', label: 'Female' },
    { code: 'U', label: 'Unknown' },
    { code: 'W', label: 'Withheld', datesUnconfirmed: true },
  ],
});

export type SexCode = CodeOf<typeof sexes>;
