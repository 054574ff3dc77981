import { type CodeOf, defineCodeSet } from './code-set.js';

/** What kind of value a result is (CTF `ResultQualifier`). */
export const resultQualifiers = defineCodeSet({
  id: 'result-qualifiers',
  title: 'Result qualifier',
  source: 'SIF UK 2.6, assessment (CBDS), result qualifier; MT: DfE multiplication tables check, ctf.service',
  open: { form: /^[A-Z]{2}$/ },
  entries: [
    { code: 'EG', label: 'Examination or post-14 qualification grade' },
    { code: 'EL', label: 'EAL assessment level (before level 2)' },
    { code: 'FC', label: 'Foundation stage profile count' },
    { code: 'FD', label: 'Foundation stage profile detail' },
    { code: 'FS', label: 'Foundation stage profile score' },
    { code: 'IA', label: 'International Baccalaureate assessment' },
    { code: 'IG', label: 'International Baccalaureate grade point' },
    { code: 'IR', label: 'International Baccalaureate final result' },
    { code: 'IS', label: 'International Baccalaureate aggregate grade points' },
    { code: 'NA', label: 'National curriculum age standardised score' },
    { code: 'ND', label: 'National curriculum level, decimal' },
    { code: 'NF', label: 'National curriculum level with fine grading' },
    { code: 'NL', label: 'National curriculum level' },
    { code: 'NM', label: 'Number score' },
    { code: 'NP', label: 'P scale level' },
    { code: 'NR', label: 'National curriculum test raw score' },
    { code: 'NS', label: 'Normalised standard score' },
    { code: 'AG', label: 'Age score' },
    { code: 'SA', label: 'Standard age score' },
    { code: 'LG', label: 'Letter grade or mark' },
    { code: 'ML', label: 'Mastery level' },
    { code: 'NC', label: 'Normal curve equivalent score' },
    { code: 'PF', label: 'Pass or fail' },
    { code: 'PC', label: 'Percentile' },
    { code: 'PR', label: 'Percentile rank' },
    { code: 'RA', label: 'Ranking' },
    { code: 'RS', label: 'Raw score' },
    { code: 'SC', label: 'Scale score' },
    { code: 'OT', label: 'Other' },
    { code: 'CM', label: 'Comment' },
    { code: 'MT', label: 'Multiplication tables check score' },
  ],
});

export type ResultQualifier = CodeOf<typeof resultQualifiers>;
