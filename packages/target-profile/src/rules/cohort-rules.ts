import { nccisCohortStatuses } from '@rollbook/model';
import { isTransferTarget } from '../codes/nccis-las.js';
import type { NccisRule } from './rule.js';
import { birthdayOf, dayOf } from './rule-dates.js';

/** Aged out, or older with a plan that ceased: what ages are judged for has happened (inferred; the public checker spares A). */
const hasLeft = (cohortStatus: string | undefined): boolean => cohortStatus === 'A' || cohortStatus === 'L';

/** Who is in the return, and who has left it. */
export const cohortRules: readonly NccisRule[] = [
  {
    code: '11',
    group: 'cohort',
    priority: 1,
    field: 'cohortStatus',
    title: 'No cohort status',
    help: 'Every record has one: P for the primary cohort.',
    breaks: ({ cohortStatus }) => cohortStatus === undefined,
  },
  {
    code: '904',
    group: 'cohort',
    priority: 1,
    field: 'cohortStatus',
    rejectsFile: true,
    title: 'The cohort status isn’t known, and the whole file fails for it',
    help: 'It is one of P, G, A, T, E, M, D and L.',
    breaks: ({ cohortStatus }) => cohortStatus !== undefined && !nccisCohortStatuses.has(cohortStatus),
  },
  {
    code: '13',
    group: 'cohort',
    priority: 2,
    field: 'transferredToLaCode',
    title: 'Transferred, and not said where to',
    help: 'Enter the authority that takes the record over.',
    breaks: ({ cohortStatus, transferredToLaCode }) =>
      cohortStatus === 'T' && transferredToLaCode === undefined,
  },
  {
    code: '34',
    group: 'cohort',
    priority: 2,
    field: 'transferredToLaCode',
    title: 'An authority to transfer to, and the status isn’t T',
    help: 'Give the status T, or take the authority out.',
    unconfirmed: 'that E may have one, as rule 35 has it',
    breaks: ({ cohortStatus, transferredToLaCode }) =>
      transferredToLaCode !== undefined && cohortStatus !== 'T' && cohortStatus !== 'E',
  },
  {
    code: '35',
    group: 'cohort',
    priority: 2,
    field: 'transferredToLaCode',
    title: 'The authority to transfer to isn’t one that can take the record',
    help: 'With T it is another English authority, with E one of 000 to 003.',
    breaks: ({ cohortStatus, transferredToLaCode: target }) =>
      target !== undefined &&
      target !== '004' &&
      (cohortStatus === 'T' || cohortStatus === 'E') &&
      !isTransferTarget(target, cohortStatus),
  },
  {
    code: '41',
    group: 'cohort',
    priority: 1,
    field: 'transferredToLaCode',
    title: 'Transferred to an unknown authority',
    help: '004 can take no record: find out where the person went.',
    breaks: ({ transferredToLaCode }) => transferredToLaCode === '004',
  },
  {
    code: '42',
    group: 'cohort',
    priority: 1,
    field: 'transferredToLaCode',
    title: 'Transferred to the authority that leads',
    help: 'Enter the other authority, or give the status P again.',
    breaks: ({ leadLea, transferredToLaCode }) =>
      transferredToLaCode !== undefined && transferredToLaCode === leadLea,
  },
  {
    code: '33',
    group: 'cohort',
    priority: 2,
    field: 'sendFlag',
    title: 'Twenty or older without a SEND flag',
    help: 'From 20 on only people with a current plan are in the return.',
    unconfirmed:
      'the last year: a public checker dropped it by 2019-20; here it goes by years of life, 40 by academic age',
    breaks: ({ dob, sendFlag, cohortStatus }, { periodEnd }) => {
      if (hasLeft(cohortStatus)) return false;
      const birth = dayOf(dob);
      return (
        birth !== undefined &&
        periodEnd !== undefined &&
        birthdayOf(birth, 20) <= periodEnd &&
        sendFlag !== 'Y'
      );
    },
  },
  {
    code: '40',
    group: 'cohort',
    priority: 1,
    field: 'dob',
    title: 'Academic age 20 or more without a SEND flag',
    help: 'Check the date of birth; without a current plan the person isn’t in the return any more.',
    unconfirmed: 'the age: 20 in a public checker’s text of 2015, over 18 in that of 2019-20',
    breaks: ({ sendFlag, cohortStatus }, { age }) =>
      age !== undefined && age >= 20 && sendFlag !== 'Y' && !hasLeft(cohortStatus),
  },
];
