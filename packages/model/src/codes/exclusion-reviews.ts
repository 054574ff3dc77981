import { type CodeOf, defineCodeSet } from './code-set.js';

/** Outcomes of a review by the governing board or an independent review panel; R, E and O are those of older appeals. */
export const exclusionReviewResults = defineCodeSet({
  id: 'exclusion-review-results',
  title: 'Exclusion review result',
  source:
    'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS105; older: SIF UK 2.6 appeal result (CBDS 100096)',
  entries: [
    {
      code: 'ANO',
      label: 'Governing board decided against reinstatement, no review panel asked for',
      group: 'not-reinstated',
    },
    {
      code: 'BRE',
      label: 'Governing board decided for reinstatement, pupil not yet back',
      group: 'reinstated',
    },
    {
      code: 'CNO',
      label: 'Governing board decided for reinstatement, declined by the relevant person',
      group: 'not-reinstated',
    },
    {
      code: 'DNO',
      label: 'Governing board decided against reinstatement, time to ask for a review still running',
      group: 'not-reinstated',
    },
    {
      code: 'EON',
      label: 'Parents made representations, review by the governing board ongoing',
      group: 'ongoing',
    },
    { code: 'FRE', label: 'Reinstatement offered after initial governing board', group: 'reinstated' },
    {
      code: 'GNO',
      label: 'Not reinstated by initial governing board, review panel asked for and not determined',
      group: 'not-reinstated',
    },
    { code: 'HWD', label: 'Withdrawn', group: 'withdrawn' },
    { code: 'INO', label: 'Review panel upheld the decision against reinstatement', group: 'not-reinstated' },
    {
      code: 'JRE',
      label: 'Reinstatement offered after the review panel recommended reconsideration',
      group: 'reinstated',
    },
    {
      code: 'KRE',
      label: 'Reinstatement offered after the review panel directed reconsideration',
      group: 'reinstated',
    },
    {
      code: 'LNO',
      label: 'Not reinstated after the review panel recommended reconsideration',
      group: 'not-reinstated',
    },
    {
      code: 'MNO',
      label: 'Not reinstated after the review panel directed reconsideration',
      group: 'not-reinstated',
    },
    { code: 'NOG', label: 'Ongoing, no decision yet', group: 'ongoing' },
    { code: 'R', label: 'Reinstatement (older appeals)', group: 'reinstated', datesUnconfirmed: true },
    { code: 'E', label: 'Exclusion stands (older appeals)', group: 'not-reinstated', datesUnconfirmed: true },
    {
      code: 'O',
      label: 'Reinstatement appropriate but not in the best interest of the pupil (older appeals)',
      group: 'not-reinstated',
      datesUnconfirmed: true,
    },
  ],
});

export type ExclusionReviewResult = CodeOf<typeof exclusionReviewResults>;

/** The body that reviewed an exclusion. */
export const exclusionReviewBodies = defineCodeSet({
  id: 'exclusion-review-bodies',
  title: 'Exclusion review category',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS137',
  entries: [
    { code: 'GB', label: 'Governing body' },
    { code: 'IRP', label: 'Independent review panel' },
  ],
});
