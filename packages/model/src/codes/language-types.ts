import { type CodeOf, defineCodeSet } from './code-set.js';

/** What a language is to a pupil. */
export const languageTypes = defineCodeSet({
  id: 'language-types',
  title: 'Language type',
  source: 'SIF UK 2.6, language usage (CBDS 100046, 100047)',
  entries: [
    { code: 'F', label: 'First language' },
    { code: 'M', label: 'Multiple first language' },
    { code: 'H', label: 'Home language' },
    { code: 'T', label: 'Language of tuition' },
    { code: 'S', label: 'Second language' },
    { code: 'C', label: 'Language of correspondence' },
  ],
});

export type LanguageType = CodeOf<typeof languageTypes>;
