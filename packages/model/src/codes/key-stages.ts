import { type CodeOf, defineCodeSet } from './code-set.js';

/** Stages that results are grouped under in CTF (`KeyStage/Stage`). */
export const keyStages = defineCodeSet({
  id: 'key-stages',
  title: 'Assessment stage',
  source: 'SIF UK 2.6, assessment (CBDS), stage; EYF: public test files of 2026',
  open: { form: /^[A-Z0-9]{2,3}$/ },
  entries: [
    { code: 'EYF', label: 'Early years foundation stage profile' },
    { code: 'FSP', label: 'Foundation stage profile (older)' },
    { code: 'KS0', label: 'Baseline assessment' },
    { code: 'KS1', label: 'Key stage 1' },
    { code: 'KS2', label: 'Key stage 2' },
    { code: 'KS3', label: 'Key stage 3' },
    { code: 'KS4', label: 'Key stage 4: GCSE and other approved awards' },
    { code: 'KS5', label: 'Key stage 5: A level and other advanced studies' },
    { code: 'K1T', label: 'Key stage 1 trial' },
    { code: 'K2P', label: 'Key stage 2 progression tests, pilot' },
    { code: 'K3P', label: 'Key stage 3 progression tests, pilot' },
    { code: 'Y03', label: 'Year 3 optional tests or teacher assessment' },
    { code: 'Y04', label: 'Year 4 optional tests or teacher assessment' },
    { code: 'Y4X', label: 'Year 4 optional tests of 1997' },
    { code: 'Y05', label: 'Year 5 optional tests or teacher assessment' },
    { code: 'Y07', label: 'Year 7 optional tests or teacher assessment' },
    { code: 'Y7P', label: 'Year 7 progress tests' },
    { code: 'Y08', label: 'Year 8 optional tests or teacher assessment' },
    { code: 'EAL', label: 'English as an additional language, level of acquisition' },
    { code: 'SEN', label: 'P scale assessment' },
    { code: 'W09', label: 'World class tests, aged 9' },
    { code: 'W13', label: 'World class tests, aged 13' },
  ],
});

export type KeyStage = CodeOf<typeof keyStages>;
