import { defineCodeSet } from './code-set.js';

/** Kinds of telephone number. */
export const phoneTypes = defineCodeSet({
  id: 'phone-types',
  title: 'Telephone type',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, telephone type; SIF UK 2.6',
  entries: [
    { code: 'H', label: 'Home' },
    { code: 'M', label: 'Mobile' },
    { code: 'W', label: 'Work' },
    { code: 'A', label: 'Alternate home' },
    { code: 'F', label: 'Fax' },
    { code: 'D', label: 'Minicom, for hearing impaired or disabled people' },
  ],
});
