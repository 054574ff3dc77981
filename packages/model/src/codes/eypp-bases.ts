import { defineCodeSet } from './code-set.js';

/** Why a child attracts the early years pupil premium. */
export const eyppBases = defineCodeSet({
  id: 'eypp-bases',
  title: 'Basis of early years pupil premium',
  source: 'Early years census, EYPPBF (N00174)',
  entries: [
    { code: 'EE', label: 'Economic' },
    { code: 'EO', label: 'Other' },
    { code: 'EB', label: 'Both' },
    { code: 'EU', label: 'Unknown' },
  ],
});
