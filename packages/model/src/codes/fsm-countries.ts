import { defineCodeSet } from './code-set.js';

/** Country of the United Kingdom in which a pupil was eligible for free school meals. */
export const fsmCountries = defineCodeSet({
  id: 'fsm-countries',
  title: 'Country of free school meals',
  source: 'CTF `UKcountry`, as in public readers and writers of the format (docs/formats/ctf.md)',
  entries: [
    { code: 'ENG', label: 'England' },
    { code: 'WLS', label: 'Wales' },
    { code: 'SCT', label: 'Scotland' },
    { code: 'NIR', label: 'Northern Ireland' },
  ],
});
