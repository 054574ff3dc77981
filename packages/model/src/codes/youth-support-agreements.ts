import { defineCodeSet } from './code-set.js';

/** Whether data of a pupil aged 12 and over may go to youth support services. */
export const youthSupportAgreements = defineCodeSet({
  id: 'youth-support-agreements',
  title: 'Youth support services agreement (YSSA)',
  source: 'SIF UK 2.6, Connexions agreement; the name YSSA came later',
  entries: [
    { code: 'Yes', label: 'Permission given' },
    { code: 'No', label: 'Permission refused' },
    { code: 'SNR', label: 'Sought, no reply' },
    { code: 'UNS', label: 'Unsought' },
  ],
});
