import { type CodeOf, defineCodeSet } from './code-set.js';

/**
 * Why a pupil left a school. Group `older` is the list of about 2008 to 2013. The codes of group `ctf` were
 * met in a generator of transfer files without their meaning, so those labels are inferred. The legal grounds
 * are another list: {@link removalGrounds}.
 */
export const leavingReasons = defineCodeSet({
  id: 'leaving-reasons',
  title: 'Reason for leaving',
  source:
    'SIF UK 2.6 leaving reason (CBDS 100244); group ctf: a public generator of admissions transfer files (docs/formats/code-sets.md)',
  open: { form: /^[A-Z]{2}$/ },
  entries: [
    { code: 'DD', label: 'Deceased' },
    { code: 'PE', label: 'Permanent exclusion' },
    { code: 'EO', label: 'Education other than at school or college', group: 'older' },
    { code: 'EM', label: 'Emigration', group: 'older' },
    { code: 'FE', label: 'Further education', group: 'older' },
    { code: 'FM', label: 'First to middle school, phase transfer', group: 'older' },
    { code: 'HE', label: 'Higher education', group: 'older' },
    { code: 'NI', label: 'Nursery to infant', group: 'older' },
    { code: 'IJ', label: 'Infant to junior or primary, phase transfer', group: 'older' },
    { code: 'JS', label: 'Junior or primary to secondary, phase transfer', group: 'older' },
    { code: 'MS', label: 'Middle to secondary, phase transfer', group: 'older' },
    { code: 'OS', label: 'Sixth form of another school', group: 'older' },
    { code: 'OT', label: 'Other or unknown', group: 'older' },
    { code: 'ST', label: 'School transfer in mid-year', group: 'older' },
    { code: 'TR', label: 'Training', group: 'older' },
    { code: 'UN', label: 'Unemployment', group: 'older' },
    { code: 'WK', label: 'Employment', group: 'older' },
    { code: 'MD', label: 'Military deployment of a parent', group: 'older' },
    {
      code: 'PM',
      label: 'Phase transfer to a maintained school (meaning inferred)',
      group: 'ctf',
      unconfirmed: true,
    },
    {
      code: 'PI',
      label: 'Phase transfer to an independent school (meaning inferred)',
      group: 'ctf',
      unconfirmed: true,
    },
    {
      code: 'PF',
      label: 'Phase transfer to further education (meaning inferred)',
      group: 'ctf',
      unconfirmed: true,
    },
    {
      code: 'IM',
      label: 'In-year transfer to a maintained school (meaning inferred)',
      group: 'ctf',
      unconfirmed: true,
    },
    {
      code: 'II',
      label: 'In-year transfer to an independent school (meaning inferred)',
      group: 'ctf',
      unconfirmed: true,
    },
    {
      code: 'IF',
      label: 'In-year transfer to further education (meaning inferred)',
      group: 'ctf',
      unconfirmed: true,
    },
    {
      code: 'NH',
      label: 'Left education: higher education (meaning inferred)',
      group: 'ctf',
      unconfirmed: true,
    },
    { code: 'NT', label: 'Left education: training (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'NE', label: 'Left education: employment (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'NU', label: 'Left education: unemployed (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'AT', label: 'Alternative tuition (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'EL', label: 'Left the country (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'LC', label: 'Lost contact (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'OR', label: 'Other reason (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'MI', label: 'Missing (meaning inferred)', group: 'ctf', unconfirmed: true },
    { code: 'UK', label: 'Unknown (meaning inferred)', group: 'ctf', unconfirmed: true },
  ],
});

export type LeavingReason = CodeOf<typeof leavingReasons>;
