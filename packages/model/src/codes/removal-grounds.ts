import { type CodeOf, defineCodeSet } from './code-set.js';

/**
 * Legal grounds on which a name may be deleted from the admission register, by the number of the regulation's
 * paragraph. CTF 18 and later have an item for them, whose code values are not confirmed: hence unconfirmed,
 * and open.
 */
export const removalGrounds = defineCodeSet({
  id: 'removal-grounds',
  title: 'Ground for removal from the admission register',
  source:
    'Education (Pupil Registration) (England) Regulations 2006, regulation 8(1); School Attendance (Pupil Registration) (England) Regulations 2024, regulation 9(1); wording after council forms, 8(1)(e) to (o) as remembered',
  open: { form: /^[\w()./]{1,10}$/ },
  entries: [
    {
      code: '8(1)(a)',
      label: 'School attendance order amended or revoked',
      to: '2024-08-18',
      unconfirmed: true,
    },
    { code: '8(1)(b)', label: 'Registered at another school', to: '2024-08-18', unconfirmed: true },
    {
      code: '8(1)(c)',
      label: 'Registered at more than one school, has ceased to attend this one',
      to: '2024-08-18',
      unconfirmed: true,
    },
    { code: '8(1)(d)', label: 'Educated otherwise than at school', to: '2024-08-18', unconfirmed: true },
    {
      code: '8(1)(e)',
      label: 'No longer lives a reasonable distance from the school',
      to: '2024-08-18',
      unconfirmed: true,
    },
    {
      code: '8(1)(f)',
      label: 'Has not returned after leave of more than ten school days',
      to: '2024-08-18',
      unconfirmed: true,
    },
    {
      code: '8(1)(g)',
      label: 'Unlikely to be fit to attend before the end of compulsory school age',
      to: '2024-08-18',
      unconfirmed: true,
    },
    {
      code: '8(1)(h)',
      label: 'Continuously absent without permission for 20 school days or more',
      to: '2024-08-18',
      unconfirmed: true,
    },
    {
      code: '8(1)(i)',
      label: 'Detained under a court order for four months or more',
      to: '2024-08-18',
      unconfirmed: true,
    },
    { code: '8(1)(j)', label: 'Has died', to: '2024-08-18', unconfirmed: true },
    {
      code: '8(1)(k)',
      label: 'Over compulsory school age and not continuing into the sixth form',
      to: '2024-08-18',
      unconfirmed: true,
    },
    {
      code: '8(1)(l)',
      label: 'Has ceased to be a pupil of a school that is not maintained',
      to: '2024-08-18',
      unconfirmed: true,
    },
    { code: '8(1)(m)', label: 'Permanently excluded', to: '2024-08-18', unconfirmed: true },
    {
      code: '8(1)(n)',
      label: 'Nursery pupil who does not go on to a higher class',
      to: '2024-08-18',
      unconfirmed: true,
    },
    { code: '8(1)(o)', label: 'Boarder whose fees are unpaid', to: '2024-08-18', unconfirmed: true },
    { code: '9(1)(a)', label: 'Registered at another school', from: '2024-08-19', unconfirmed: true },
    {
      code: '9(1)(b)',
      label: 'Has not continued at the school after nursery education',
      from: '2024-08-19',
      unconfirmed: true,
    },
    {
      code: '9(1)(c)',
      label: 'Also registered at another school, which has agreed the deletion',
      from: '2024-08-19',
      unconfirmed: true,
    },
    {
      code: '9(1)(d)',
      label: 'School attendance order changed to name another school',
      from: '2024-08-19',
      unconfirmed: true,
    },
    { code: '9(1)(e)', label: 'School attendance order revoked', from: '2024-08-19', unconfirmed: true },
    {
      code: '9(1)(f)',
      label: 'Parent notified in writing that the pupil will be educated otherwise than at school',
      from: '2024-08-19',
      unconfirmed: true,
    },
    {
      code: '9(1)(g)',
      label: 'No longer normally lives a reasonable distance from the school',
      from: '2024-08-19',
      unconfirmed: true,
    },
    {
      code: '9(1)(h)',
      label: 'Has not returned after a leave of absence',
      from: '2024-08-19',
      unconfirmed: true,
    },
    {
      code: '9(1)(i)',
      label: 'Continually absent for 20 school days',
      from: '2024-08-19',
      unconfirmed: true,
    },
    {
      code: '9(1)(j)',
      label: 'Detained under a sentence of detention',
      from: '2024-08-19',
      unconfirmed: true,
    },
    { code: '9(1)(k)', label: 'Has died', from: '2024-08-19', unconfirmed: true },
    {
      code: '9(1)(l)',
      label: 'Over compulsory school age and not continuing into the sixth form',
      from: '2024-08-19',
      unconfirmed: true,
    },
    { code: '9(1)(m)', label: 'Boarder whose fees are unpaid', from: '2024-08-19', unconfirmed: true },
    {
      code: '9(1)(n)',
      label: 'Has ceased to be a pupil of an independent or non-maintained special school',
      from: '2024-08-19',
      unconfirmed: true,
    },
    { code: '9(1)(o)', label: 'Permanently excluded', from: '2024-08-19', unconfirmed: true },
  ],
});

export type RemovalGround = CodeOf<typeof removalGrounds>;
