import { defineCodeSet } from './code-set.js';

/** Religions. */
export const religions = defineCodeSet({
  id: 'religions',
  title: 'Religion',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, religious affiliation',
  entries: [
    { code: 'BA', label: 'Baptist' },
    { code: 'BU', label: 'Buddhist' },
    { code: 'CE', label: 'Church of England' },
    { code: 'CH', label: 'Christian' },
    { code: 'CO', label: 'Congregational' },
    { code: 'EC', label: 'Christian (ecumenical)' },
    { code: 'FR', label: 'Free Church' },
    { code: 'GR', label: 'Greek Orthodox' },
    { code: 'HI', label: 'Hindu' },
    { code: 'JE', label: 'Jewish' },
    { code: 'JW', label: "Jehovah's Witness" },
    { code: 'ME', label: 'Methodist' },
    { code: 'MU', label: 'Muslim' },
    { code: 'NR', label: 'No religion' },
    { code: 'QU', label: 'Quaker' },
    { code: 'RC', label: 'Roman Catholic' },
    { code: 'RU', label: 'Russian Orthodox' },
    { code: 'SA', label: 'Salvation Army' },
    { code: 'SD', label: 'Seventh Day Adventist' },
    { code: 'SI', label: 'Sikh' },
    { code: 'UR', label: 'United Reformed Church' },
    { code: 'OF', label: 'Other faith' },
  ],
});
