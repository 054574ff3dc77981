import { type CodeOf, defineCodeSet } from './code-set.js';

/** Types of special educational need. SEMH took the place of BESD in September 2014; the codes of group `Wales` stand in files from there. */
export const senNeeds = defineCodeSet({
  id: 'sen-needs',
  title: 'SEN type',
  source:
    'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, SEN type (CS071, item 100080 ranks them); BESD and Wales: SIF UK 2.6; DS: from January 2025, Learning Disability Today, January 2024',
  entries: [
    { code: 'SPLD', label: 'Specific learning difficulty' },
    { code: 'MLD', label: 'Moderate learning difficulty' },
    { code: 'SLD', label: 'Severe learning difficulty' },
    { code: 'PMLD', label: 'Profound and multiple learning difficulty' },
    { code: 'SEMH', label: 'Social, emotional and mental health', from: '2014-09-01' },
    { code: 'SLCN', label: 'Speech, language and communication needs' },
    { code: 'HI', label: 'Hearing impairment' },
    { code: 'VI', label: 'Vision impairment' },
    { code: 'MSI', label: 'Multi-sensory impairment' },
    { code: 'PD', label: 'Physical disability' },
    { code: 'ASD', label: 'Autistic spectrum disorder' },
    { code: 'DS', label: 'Down syndrome', from: '2025-01-01', datesUnconfirmed: true },
    { code: 'OTH', label: 'Other difficulty or disability' },
    {
      code: 'NSA',
      label: 'SEN support but no specialist assessment of type of need',
      from: '2014-09-01',
      datesUnconfirmed: true,
    },
    { code: 'BESD', label: 'Behaviour, emotional and social difficulties', to: '2014-08-31' },
    { code: 'SLCD', label: 'Speech, language and communication difficulties', group: 'Wales' },
    { code: 'PMED', label: 'Physical and medical difficulties', group: 'Wales' },
    { code: 'DNA', label: 'Does not apply', group: 'Wales' },
  ],
});

export type SenNeedCode = CodeOf<typeof senNeeds>;
