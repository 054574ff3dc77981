import { type CodeOf, defineCodeSet } from './code-set.js';

/**
 * Reasons for a suspension or exclusion, up to three each. OT went and five codes came in autumn 2020; the
 * May 2026 edition lists 13 more, whose first day is not confirmed. TB and DR had other meanings in Wales
 * before.
 */
export const exclusionReasons = defineCodeSet({
  id: 'exclusion-reasons',
  title: 'Exclusion reason',
  source:
    'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, exclusion reason (CS010, items 100088 and N00685 to N00687); before 2020: SIF UK 2.6',
  entries: [
    { code: 'PP', label: 'Physical assault against a pupil' },
    { code: 'PA', label: 'Physical assault against an adult' },
    { code: 'VP', label: 'Verbal abuse or threatening behaviour against a pupil' },
    { code: 'VA', label: 'Verbal abuse or threatening behaviour against an adult' },
    {
      code: 'OW',
      label: 'Use or threat of use of an offensive weapon or prohibited item',
      from: '2020-09-01',
      datesUnconfirmed: true,
    },
    { code: 'BU', label: 'Bullying' },
    { code: 'RA', label: 'Racist abuse' },
    {
      code: 'LG',
      label: 'Abuse against sexual orientation and gender identity',
      from: '2020-09-01',
      datesUnconfirmed: true,
    },
    { code: 'DS', label: 'Abuse relating to disability', from: '2020-09-01', datesUnconfirmed: true },
    { code: 'SM', label: 'Sexual misconduct' },
    { code: 'DA', label: 'Drug and alcohol related' },
    { code: 'DM', label: 'Damage to property' },
    { code: 'TH', label: 'Theft' },
    { code: 'DB', label: 'Persistent or general disruptive behaviour' },
    {
      code: 'MT',
      label: 'Inappropriate use of social media or online technology',
      from: '2020-09-01',
      datesUnconfirmed: true,
    },
    {
      code: 'PH',
      label: 'Wilful and repeated transgression of protective measures in place to protect public health',
      from: '2020-09-01',
      datesUnconfirmed: true,
    },
    { code: 'OT', label: 'Other', to: '2020-08-31', datesUnconfirmed: true },
    { code: 'PW', label: 'Possession or use of a weapon (Wales)', datesUnconfirmed: true },
    {
      code: 'TB',
      label: 'Threatening or dangerous behaviour (Wales)',
      to: '2026-08-31',
      datesUnconfirmed: true,
    },
    {
      code: 'TB',
      label: 'Cyber-bullying or threatening behaviour online',
      from: '2026-09-01',
      datesUnconfirmed: true,
    },
    {
      code: 'DR',
      label: 'Defiance of rules or discipline policy (Wales)',
      to: '2026-08-31',
      datesUnconfirmed: true,
    },
    { code: 'DR', label: 'Drug related', from: '2026-09-01', datesUnconfirmed: true },
    {
      code: 'BW',
      label: 'Found to have brought a weapon or prohibited item into school',
      datesUnconfirmed: true,
    },
    { code: 'SB', label: 'Harmful sexual behaviour', datesUnconfirmed: true },
    { code: 'MB', label: 'Misogynistic behaviour', datesUnconfirmed: true },
    { code: 'AB', label: 'Misandrist behaviour', datesUnconfirmed: true },
    { code: 'AR', label: 'Alcohol related', datesUnconfirmed: true },
    { code: 'SR', label: 'Smoking related', datesUnconfirmed: true },
    { code: 'VR', label: 'Vape related', datesUnconfirmed: true },
    { code: 'LD', label: 'Persistent disruptive behaviour: low level disruption', datesUnconfirmed: true },
    { code: 'CB', label: 'Persistent disruptive behaviour: challenging behaviour', datesUnconfirmed: true },
    { code: 'MP', label: 'Use of mobile phone', datesUnconfirmed: true },
    { code: 'OS', label: 'Misbehaviour outside of school', datesUnconfirmed: true },
  ],
});

export type ExclusionReason = CodeOf<typeof exclusionReasons>;
