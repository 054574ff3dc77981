import { defineCodeSet } from './code-set.js';

/** On what ground a pupil has free school meals (CTF 26). */
export const fsmCategories = defineCodeSet({
  id: 'fsm-categories',
  title: 'Free school meals category',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS133',
  entries: [
    { code: 'TFSM', label: 'Targeted free school meals' },
    { code: 'EFSM', label: 'Expanded free school meals' },
    { code: 'OFSM', label: 'Other free school meals' },
  ],
});
