import { type CodeOf, defineCodeSet } from './code-set.js';

/** How a result was come by (CTF `Method`). */
export const assessmentMethods = defineCodeSet({
  id: 'assessment-methods',
  title: 'Assessment method',
  source: 'SIF UK 2.6, assessment (CBDS), method; FA: public test files of 2026',
  open: { form: /^[A-Z]{2}$/ },
  entries: [
    { code: 'TA', label: 'Teacher assessment' },
    { code: 'TT', label: 'Task or test' },
    { code: 'NA', label: 'Not assessed' },
    { code: 'DD', label: 'Disapplied' },
    { code: 'FA', label: 'Early years foundation stage profile assessment', unconfirmed: true },
  ],
});

export type AssessmentMethod = CodeOf<typeof assessmentMethods>;
