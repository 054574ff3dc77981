import { type CodeOf, defineCodeSet } from './code-set.js';

/** What a contact is to a pupil. STP and FOS were split into mother and father at an unknown date. */
export const contactRelationships = defineCodeSet({
  id: 'contact-relationships',
  title: 'Contact relationship',
  source:
    'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, relationship (item 100166); STP and FOS: SIF UK 2.6',
  entries: [
    { code: 'PAM', label: 'Mother', group: 'parent' },
    { code: 'PAF', label: 'Father', group: 'parent' },
    { code: 'STM', label: 'Step mother', group: 'parent' },
    { code: 'STF', label: 'Step father', group: 'parent' },
    { code: 'STP', label: 'Step parent (older)', group: 'parent', datesUnconfirmed: true },
    { code: 'FOM', label: 'Foster mother', group: 'carer' },
    { code: 'FOF', label: 'Foster father', group: 'carer' },
    { code: 'FOS', label: 'Foster parent (older)', group: 'carer', datesUnconfirmed: true },
    { code: 'CAR', label: 'Carer', group: 'carer' },
    { code: 'CHM', label: 'Childminder', group: 'carer' },
    { code: 'FAM', label: 'Other family member', group: 'family' },
    { code: 'REL', label: 'Other relative', group: 'family' },
    { code: 'DOC', label: 'Doctor', group: 'professional' },
    { code: 'SWR', label: 'Social worker', group: 'professional' },
    { code: 'TCH', label: 'Teacher', group: 'professional' },
    { code: 'HTC', label: 'Head teacher', group: 'professional' },
    { code: 'RLG', label: 'Religious or spiritual contact', group: 'other' },
    { code: 'OTH', label: 'Other contact', group: 'other' },
  ],
});

export type ContactRelationship = CodeOf<typeof contactRelationships>;
