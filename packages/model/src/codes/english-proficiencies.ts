import { defineCodeSet } from './code-set.js';

/** How well a pupil with English as an additional language uses English. */
export const englishProficiencies = defineCodeSet({
  id: 'english-proficiencies',
  title: 'Proficiency in English',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS089',
  entries: [
    { code: 'A', label: 'New to English' },
    { code: 'B', label: 'Early acquisition' },
    { code: 'C', label: 'Developing competence' },
    { code: 'D', label: 'Competent' },
    { code: 'E', label: 'Fluent' },
    { code: 'N', label: 'Not yet assessed' },
  ],
});
