import { type CodeOf, defineCodeSet } from './code-set.js';

/** Whether a pupil boards, and how many nights. */
export const boarderStatuses = defineCodeSet({
  id: 'boarder-statuses',
  title: 'Boarder indicator',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, pupil boarder (item 100067)',
  entries: [
    { code: 'B', label: 'Boarder, nights per week not specified' },
    { code: '6', label: 'Boarder, six nights or less a week (special schools only)' },
    { code: '7', label: 'Boarder, seven nights a week (special schools only)' },
    { code: 'N', label: 'Not a boarder' },
  ],
});

export type BoarderStatus = CodeOf<typeof boarderStatuses>;
