import { type CodeOf, defineCodeSet } from './code-set.js';

/** How a pupil is registered at the school. */
export const enrolmentStatuses = defineCodeSet({
  id: 'enrolment-statuses',
  title: 'Enrolment status',
  source:
    'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, pupil enrolment status (item 100060)',
  entries: [
    { code: 'C', label: 'Current, single registration at this school' },
    { code: 'M', label: 'Current main, dual registration' },
    { code: 'S', label: 'Current subsidiary, dual registration' },
    { code: 'F', label: 'Further education college' },
    { code: 'O', label: 'Other provider' },
    { code: 'G', label: 'Guest, not registered but attending some lessons or sessions' },
    { code: 'P', label: 'Previous' },
  ],
});

export type EnrolmentStatus = CodeOf<typeof enrolmentStatuses>;
