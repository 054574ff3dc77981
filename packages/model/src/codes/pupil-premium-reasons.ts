import { defineCodeSet } from './code-set.js';

/** Which pupil premium a pupil attracts. */
export const pupilPremiumReasons = defineCodeSet({
  id: 'pupil-premium-reasons',
  title: 'Pupil premium indicator',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS106',
  entries: [
    { code: 'DPP', label: 'Deprivation pupil premium' },
    { code: 'SCP', label: 'Service child premium' },
    { code: 'LAP', label: 'Looked after premium' },
    { code: 'AFC', label: 'Adopted from care premium' },
    { code: 'EYP', label: 'Early years pupil premium' },
  ],
});
