import { type CodeOf, defineCodeSet } from './code-set.js';

/** Who gave a pupil's ethnicity. Language and other characteristics have the same list: {@link languageSources}. */
export const ethnicitySources = defineCodeSet({
  id: 'ethnicity-sources',
  title: 'Source of ethnicity',
  source: 'SIF UK 2.6, source of code (CBDS)',
  entries: [
    { code: 'C', label: 'Provided by the child' },
    { code: 'P', label: 'Provided by the parent' },
    { code: 'S', label: 'Ascribed by the current school' },
    { code: 'T', label: 'Ascribed by a previous school' },
    { code: 'O', label: 'Other' },
  ],
});

export type EthnicitySource = CodeOf<typeof ethnicitySources>;

/** Who gave a pupil's language. */
export const languageSources = defineCodeSet({
  id: 'language-sources',
  title: 'Source of language',
  source: ethnicitySources.source,
  entries: ethnicitySources.entries,
});
