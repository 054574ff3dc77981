import { defineCodeSet } from './code-set.js';

/** Terms, as in the school census. */
export const terms = defineCodeSet({
  id: 'terms',
  title: 'Term',
  source: 'Public implementation of the school census (Follett Aspen, term codes)',
  entries: [
    { code: 'AUT', label: 'Autumn' },
    { code: 'SPR', label: 'Spring' },
    { code: 'SUM', label: 'Summer' },
  ],
});
