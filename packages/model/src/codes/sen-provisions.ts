import { type CodeOf, defineCodeSet } from './code-set.js';

/**
 * What provision a pupil with special educational needs has. The reform of 1 September 2014 brought E and K;
 * action and action plus ran out over 2014/15, and statements by the end of March 2018.
 */
export const senProvisions = defineCodeSet({
  id: 'sen-provisions',
  title: 'SEN provision',
  source:
    'DfE CBDS SEN provision (CS096); A, P, S and Q: DfE review-school-college-data reference data; SIF UK 2.6',
  entries: [
    { code: 'N', label: 'No special educational need', group: 'none' },
    { code: 'K', label: 'SEN support', group: 'support', from: '2014-09-01' },
    { code: 'E', label: 'Education, health and care plan', group: 'plan', from: '2014-09-01' },
    {
      code: 'A',
      label: 'School action or early years action',
      group: 'support',
      to: '2015-08-31',
      datesUnconfirmed: true,
    },
    {
      code: 'P',
      label: 'School action plus or early years action plus',
      group: 'support',
      to: '2015-08-31',
      datesUnconfirmed: true,
    },
    { code: 'S', label: 'Statement', group: 'plan', to: '2018-03-31', datesUnconfirmed: true },
    {
      code: 'Q',
      label: 'School action plus and statutory assessment (never a census code)',
      group: 'support',
      to: '2015-08-31',
      datesUnconfirmed: true,
    },
  ],
});

export type SenProvisionCode = CodeOf<typeof senProvisions>;
