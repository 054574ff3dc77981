import { defineCodeSet } from './code-set.js';

/** Disabilities, as in transfers and children's services returns. */
export const disabilities = defineCodeSet({
  id: 'disabilities',
  title: 'Disability',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, disability',
  entries: [
    { code: 'NCOL', label: 'Not collected' },
    { code: 'NONE', label: 'No disability' },
    { code: 'MOB', label: 'Mobility' },
    { code: 'HAND', label: 'Hand function' },
    { code: 'PC', label: 'Personal care' },
    { code: 'EAT', label: 'Eating and drinking' },
    { code: 'MED', label: 'Medication' },
    { code: 'INC', label: 'Incontinence' },
    { code: 'COMM', label: 'Communication' },
    { code: 'LD', label: 'Learning' },
    { code: 'HEAR', label: 'Hearing' },
    { code: 'VIS', label: 'Vision' },
    { code: 'BEH', label: 'Behaviour' },
    { code: 'CON', label: 'Consciousness' },
    { code: 'AUT', label: "Autism or Asperger's" },
    { code: 'DDA', label: 'Palliative care needs' },
    { code: 'OTH', label: 'Other disability' },
  ],
});
