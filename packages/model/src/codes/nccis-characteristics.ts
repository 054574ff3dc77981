import { defineCodeSet } from './code-set.js';

/** Circumstances of a young person. Special category data: to be taken only where a sharing agreement names them. */
export const nccisCharacteristics = defineCodeSet({
  id: 'nccis-characteristics',
  title: 'NCCIS individual circumstance',
  source:
    'DfE, NCCIS: MI Return NCCIS 2015 (XSD) and management information requirement 2018-20, CharacteristicCode',
  entries: [
    { code: '110', label: 'Looked after' },
    { code: '120', label: 'Parent caring for own child' },
    { code: '130', label: 'Refugee or asylum seeker' },
    { code: '140', label: 'Carer, not of own child' },
    { code: '150', label: 'Substance misuse' },
    { code: '160', label: 'Care leaver' },
    { code: '170', label: 'Supervised by youth offending team' },
    { code: '180', label: 'Pregnant' },
    { code: '190', label: 'Parent not caring for own child' },
    { code: '200', label: 'Accepted in later years, meaning unknown', unconfirmed: true },
  ],
});
