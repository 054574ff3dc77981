import { fundingBases } from '@rollbook/model';
import { placeByAge } from '../census-terms.js';
import type { ChildRule } from './rule.js';

const CORRECT = 'Ask the setting, and correct it in its headcount.';

/**
 * Basis of the pupil premium: EE, EO, EB and EU by a council’s list, RE, RO, RB and RU in the tables of the DfE’s school
 * census from 2019 on. Which of them the early years census has is unconfirmed, and so both pass.
 */
const EYPP_BASIS = /^[ER][EOBU]$/;

/** Rules on what funding rests on: eligibility codes, basis of funding, early years pupil premium. */
export const fundingRules: readonly ChildRule[] = [
  {
    code: 'early-years-eligibility-code-missing',
    level: 'child',
    severity: 'error',
    message: 'Working parents’ hours have no eligibility code.',
    help: 'Ask the setting for the code that HMRC gave the parents.',
    field: 'eligibilityCode',
    source: 'dfe-guidance',
    broken: ({ child: { extendedHours = 0, expandedHours = 0, eligibilityCode } }) =>
      (extendedHours > 0 || expandedHours > 0) && eligibilityCode === undefined,
  },
  {
    code: 'early-years-eligibility-code',
    level: 'child',
    severity: 'query',
    message: 'The eligibility code hasn’t 11 digits.',
    help: 'Ask the setting for the code that HMRC gave the parents.',
    field: 'eligibilityCode',
    source: 'dfe-guidance',
    broken: ({ child: { eligibilityCode } }) =>
      eligibilityCode === undefined || /^\d{11}$/.test(eligibilityCode) ? false : { value: eligibilityCode },
  },
  {
    code: 'early-years-basis-missing',
    level: 'child',
    severity: 'error',
    message: 'A two-year-old has additional-support hours without a basis.',
    help: 'Enter why the hours are funded; hours of working parents are expanded hours.',
    field: 'fundingBases',
    source: 'dfe-guidance',
    broken: ({ child }, { term }) => {
      const placed = placeByAge(child.birthDate, term);
      const isTwo = placed.status === 'in' && placed.age === 2;
      return isTwo && (child.fundedHours ?? 0) > 0 && (child.fundingBases ?? []).length === 0;
    },
  },
  {
    code: 'early-years-basis-without-hours',
    level: 'child',
    severity: 'error',
    message: 'A basis of funding stands without additional-support hours.',
    help: 'Take the basis out, or record the hours as additional-support hours.',
    field: 'fundingBases',
    source: 'dfe-guidance',
    broken: ({ child }) => (child.fundingBases ?? []).length > 0 && !((child.fundedHours ?? 0) > 0),
  },
  {
    code: 'early-years-basis-age',
    level: 'child',
    severity: 'error',
    message: 'A basis of funding stands with a child who isn’t two.',
    help: 'Take the basis out: it is for two-year-olds with additional support.',
    field: 'fundingBases',
    source: 'dfe-guidance',
    broken: ({ child }, { term }) => {
      const placed = placeByAge(child.birthDate, term);
      return placed.status === 'in' && placed.age !== 2 && (child.fundingBases ?? []).length > 0;
    },
  },
  {
    code: 'early-years-basis-code',
    level: 'child',
    severity: 'error',
    message: 'A basis of funding is no code of the census.',
    help: 'Take ECO, HSD or LAA.',
    field: 'fundingBases',
    source: 'dfe-guidance',
    broken: ({ child }) => {
      const wrong = (child.fundingBases ?? []).find((basis) => !fundingBases.has(basis));
      return wrong === undefined ? false : { value: wrong };
    },
  },
  {
    code: 'early-years-eypp-extended',
    level: 'child',
    severity: 'error',
    message: 'The pupil premium stands with extended hours alone; it isn’t paid on them.',
    help: 'Take the pupil premium out at this setting; the one with the universal hours records it.',
    field: 'eypp',
    source: 'dfe-guidance',
    broken: ({ child }) =>
      child.eypp === true && !((child.fundedHours ?? 0) > 0) && !((child.expandedHours ?? 0) > 0),
  },
  {
    code: 'early-years-eypp-basis-missing',
    level: 'child',
    severity: 'error',
    message: 'The pupil premium has no basis.',
    help: CORRECT,
    field: 'eyppBasis',
    source: 'dfe-guidance',
    broken: ({ child }) => child.eypp === true && child.eyppBasis === undefined,
  },
  {
    code: 'early-years-eypp-basis-without',
    level: 'child',
    severity: 'query',
    message: 'A basis of the pupil premium stands with a child who has none.',
    help: 'Take the basis out, or mark the child as receiving the pupil premium.',
    field: 'eyppBasis',
    source: 'rollbook',
    broken: ({ child }) => child.eyppBasis !== undefined && child.eypp !== true,
  },
  {
    code: 'early-years-eypp-basis',
    level: 'child',
    severity: 'error',
    message: 'The basis of the pupil premium is no code of the census.',
    help: 'Take EE economic, EO other, EB both or EU unknown.',
    field: 'eyppBasis',
    source: 'dfe-guidance',
    broken: ({ child: { eyppBasis } }) =>
      eyppBasis === undefined || EYPP_BASIS.test(eyppBasis) ? false : { value: eyppBasis },
  },
];
