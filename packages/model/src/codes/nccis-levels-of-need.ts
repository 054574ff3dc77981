import { defineCodeSet } from './code-set.js';

/** How much support a young person needs. */
export const nccisLevelsOfNeed = defineCodeSet({
  id: 'nccis-levels-of-need',
  title: 'NCCIS level of need',
  source:
    'DfE, NCCIS: MI Return NCCIS 2015 (XSD) and management information requirement 2018-20, LevelOfNeedCode (CA13)',
  entries: [
    { code: '1', label: 'Intensive support' },
    { code: '2', label: 'Supported' },
    { code: '3', label: 'Minimum intervention' },
  ],
});
