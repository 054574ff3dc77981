import { ethnicities, isIsoDate, parseUpn, senProvisions } from '@rollbook/model';
import { placeByAge } from '../census-terms.js';
import type { ChildRule } from './rule.js';

const CORRECT = 'Ask the setting, and correct it in its headcount.';
const blank = (value: string | undefined): boolean => value === undefined || value.trim() === '';

/** Rules on who a child is: UPN, names, date of birth, sex, codes, address. */
export const childRules: readonly ChildRule[] = [
  {
    code: 'early-years-upn',
    level: 'child',
    severity: 'error',
    message: 'The UPN isn’t well formed, or its check letter is wrong.',
    help: 'Correct the UPN; leave it out where none was issued, for a setting issues none.',
    field: 'upn',
    source: 'dfe-guidance',
    broken: ({ child: { upn } }) => (upn === undefined || parseUpn(upn).ok ? false : { value: upn }),
  },
  {
    code: 'early-years-surname',
    level: 'child',
    severity: 'error',
    message: 'The child has no surname.',
    help: CORRECT,
    field: 'surname',
    source: 'dfe-guidance',
    broken: ({ child }) => blank(child.surname),
  },
  {
    code: 'early-years-forename',
    level: 'child',
    severity: 'error',
    message: 'The child has no forename.',
    help: CORRECT,
    field: 'forename',
    source: 'dfe-guidance',
    broken: ({ child }) => blank(child.forename),
  },
  {
    code: 'early-years-birth-date',
    level: 'child',
    severity: 'error',
    message: 'The date of birth is missing, or is no day of the calendar.',
    help: CORRECT,
    field: 'birthDate',
    source: 'dfe-guidance',
    broken: ({ child: { birthDate } }) => {
      if (birthDate === undefined) return true;
      return isIsoDate(birthDate) ? false : { value: birthDate };
    },
  },
  {
    code: 'early-years-too-young',
    level: 'child',
    severity: 'error',
    message: 'The child was not nine months old before the term, and has no entitlement yet.',
    help: 'Check the date of birth; take the funded hours out where it is right.',
    field: 'birthDate',
    source: 'dfe-guidance',
    broken: ({ child: { birthDate } }, { term }) =>
      birthDate !== undefined && placeByAge(birthDate, term).status === 'too-young'
        ? { value: birthDate }
        : false,
  },
  {
    code: 'early-years-too-old',
    level: 'child',
    severity: 'error',
    message: 'The child was five before the term, and is of compulsory school age.',
    help: 'Check the date of birth; take the funded hours out where it is right.',
    field: 'birthDate',
    source: 'dfe-guidance',
    broken: ({ child: { birthDate } }, { term }) =>
      birthDate !== undefined && placeByAge(birthDate, term).status === 'too-old'
        ? { value: birthDate }
        : false,
  },
  {
    code: 'early-years-sex',
    level: 'child',
    severity: 'error',
    message: 'The sex is missing, or is neither F nor M.',
    help: CORRECT,
    field: 'sex',
    source: 'dfe-guidance',
    broken: ({ child: { sex } }) => {
      if (sex === undefined) return true;
      return sex === 'F' || sex === 'M' ? false : { value: sex };
    },
  },
  {
    code: 'early-years-ethnicity',
    level: 'child',
    severity: 'query',
    message: 'The ethnicity is no code of the day.',
    help: 'Take a code of the DfE’s list (CS080); REFU and NOBT stand for refused and not obtained.',
    field: 'ethnicity',
    source: 'dfe-guidance',
    broken: ({ child: { ethnicity } }, { term }) =>
      ethnicity === undefined || ethnicities.accepts(ethnicity, term.referenceDate)
        ? false
        : { value: ethnicity },
  },
  {
    code: 'early-years-sen-provision',
    level: 'child',
    severity: 'error',
    message: 'The SEN provision is no code of the day.',
    help: 'Take N, K or E.',
    field: 'senProvision',
    source: 'dfe-guidance',
    broken: ({ child: { senProvision } }, { term }) =>
      senProvision === undefined || senProvisions.accepts(senProvision, term.referenceDate)
        ? false
        : { value: senProvision },
  },
  {
    code: '2400Q',
    level: 'child',
    severity: 'query',
    message: 'The address has its first line alone.',
    help: 'Enter another line of the address at least.',
    field: 'address',
    source: 'dfe-number',
    broken: ({ child: { address } }) => {
      const [first, ...others] = address?.lines ?? [];
      return !blank(first) && others.every(blank);
    },
  },
  {
    code: 'early-years-postcode',
    level: 'child',
    severity: 'query',
    message: 'The postcode has no form that postcodes have.',
    help: CORRECT,
    field: 'address.postcode',
    source: 'rollbook',
    broken: ({ child: { address } }) => {
      const postcode = address?.postcode;
      return postcode === undefined || /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(postcode.trim())
        ? false
        : { value: postcode };
    },
  },
];
