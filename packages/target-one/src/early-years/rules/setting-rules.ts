import type { EarlyYearsStaff } from '../setting.js';
import { moreThan, outside, type SettingRule } from './rule.js';

const CORRECT = 'Ask the setting, and correct the figure in its census form.';
/** The census has no weeks funded from 2025 on. */
const WEEKS_FUNDED_TO = '2024-12-31';

function staffRange(
  code: string,
  field: keyof EarlyYearsStaff,
  least: number,
  most: number,
  message: string,
): SettingRule {
  return {
    code,
    level: 'setting',
    severity: 'query',
    message: `${message} missing, or outside ${least} to ${most}.`,
    help: CORRECT,
    field: `staff.${field}`,
    source: 'dfe-number',
    broken: ({ setting }) => outside(setting.staff?.[field], least, most, true),
  };
}

function staffWithin(
  code: string,
  part: keyof EarlyYearsStaff,
  whole: keyof EarlyYearsStaff,
  message: string,
  source: SettingRule['source'] = 'dfe-number',
): SettingRule {
  return {
    code,
    level: 'setting',
    severity: 'error',
    message,
    help: CORRECT,
    field: `staff.${part}`,
    source,
    broken: ({ setting }) => moreThan(setting.staff?.[part], setting.staff?.[whole]),
  };
}

function ageRange(code: string, field: 'age2' | 'age3' | 'age4', most: number, age: number): SettingRule {
  return {
    code,
    level: 'setting',
    severity: 'query',
    message: `The number of children aged ${age} is outside 0 to ${most}.`,
    help: CORRECT,
    field: `counts.${field}`,
    source: 'dfe-number',
    broken: ({ counts }) => outside(counts[field], 0, most, false),
  };
}

const COUNT_FIELDS = ['under1', 'age1', 'age2', 'age3', 'age4'] as const;

/** Rules on a setting: URNs, opening, staff, children by age. */
export const settingRules: readonly SettingRule[] = [
  {
    code: 'early-years-setting-urn',
    level: 'setting',
    severity: 'error',
    message: 'The setting’s URN isn’t one that an authority issues, 500000 to 799999.',
    help: 'Give the setting a URN of the range that the DfE allocated to the authority.',
    field: 'urn',
    source: 'dfe-guidance',
    broken: ({ setting: { urn } }) => (/^[5-7]\d{5}$/.test(urn) ? false : { value: urn }),
  },
  {
    code: 'early-years-ofsted-urn',
    level: 'setting',
    severity: 'query',
    message: 'Ofsted’s number of the setting hasn’t 6 or 7 digits.',
    help: 'Take the number from the setting’s registration with Ofsted.',
    field: 'ofstedUrn',
    source: 'dfe-guidance',
    broken: ({ setting: { ofstedUrn } }) =>
      ofstedUrn === undefined || /^(EY)?\d{6,7}$/i.test(ofstedUrn) ? false : { value: ofstedUrn },
  },
  {
    code: 'early-years-setting-name',
    level: 'setting',
    severity: 'error',
    message: 'The setting has no name.',
    help: CORRECT,
    field: 'name',
    source: 'dfe-guidance',
    broken: ({ setting: { name } }) => name === undefined || name.trim() === '',
  },
  {
    code: '8100Q',
    level: 'setting',
    severity: 'query',
    message: 'The hours open a week are missing, or outside 1 to 70.',
    help: CORRECT,
    field: 'hoursOpen',
    source: 'dfe-number',
    broken: ({ setting }) => outside(setting.hoursOpen, 1, 70, true),
  },
  {
    code: '8105',
    level: 'setting',
    severity: 'error',
    message: 'The weeks open a year are missing, or outside 1 to 52.',
    help: CORRECT,
    field: 'weeksOpen',
    source: 'dfe-number',
    broken: ({ setting }) => outside(setting.weeksOpen, 1, 52, true),
  },
  {
    code: '8102',
    level: 'setting',
    severity: 'error',
    message: 'The setting is open for fewer weeks than are funded.',
    help: CORRECT,
    field: 'weeksFunded',
    source: 'dfe-number',
    to: WEEKS_FUNDED_TO,
    broken: ({ setting }) => moreThan(setting.weeksFunded, setting.weeksOpen),
  },
  {
    code: '8230',
    level: 'setting',
    severity: 'error',
    message: 'The weeks open and funded are missing, or outside 1 to 52.',
    help: CORRECT,
    field: 'weeksFunded',
    source: 'dfe-number',
    to: WEEKS_FUNDED_TO,
    broken: ({ setting }) => outside(setting.weeksFunded, 1, 52, true),
  },
  staffRange('8110Q', 'total', 1, 38, 'The number of all teaching staff is'),
  staffRange('8115Q', 'qts', 0, 21, 'The number of staff with QTS is'),
  staffRange('8117Q', 'eyps', 0, 10, 'The number of staff with EYPS is'),
  staffWithin('8120', 'qts', 'total', 'More staff have QTS than there are.'),
  staffWithin('8123', 'eyps', 'total', 'More staff have EYPS than there are.'),
  staffRange('8125Q', 'earlyYears', 0, 21, 'The number of staff who work with the children is'),
  staffRange('8130Q', 'earlyYearsQts', 0, 6, 'The number of staff with the children who have QTS is'),
  staffWithin('8135', 'earlyYearsQts', 'earlyYears', 'More staff with the children have QTS than there are.'),
  staffWithin('8138', 'earlyYearsQts', 'qts', 'More staff with the children have QTS than of all staff.'),
  staffWithin('8140', 'earlyYears', 'total', 'More staff work with the children than there are.'),
  staffRange('8141Q', 'earlyYearsEyps', 0, 6, 'The number of staff with the children who have EYPS is'),
  staffWithin(
    '8142',
    'earlyYearsEyps',
    'earlyYears',
    'More staff with the children have EYPS than there are.',
  ),
  staffWithin('8143', 'earlyYearsEyps', 'eyps', 'More staff with the children have EYPS than of all staff.'),
  staffWithin('early-years-eyts-total', 'eyts', 'total', 'More staff have EYTS than there are.', 'rollbook'),
  staffWithin(
    'early-years-eyts-children',
    'earlyYearsEyts',
    'earlyYears',
    'More staff with the children have EYTS than there are.',
    'rollbook',
  ),
  staffWithin(
    'early-years-eyts-all',
    'earlyYearsEyts',
    'eyts',
    'More staff with the children have EYTS than of all staff.',
    'rollbook',
  ),
  ageRange('8144Q', 'age2', 51, 2),
  ageRange('8145Q', 'age3', 51, 3),
  ageRange('8150Q', 'age4', 33, 4),
  {
    code: '8155',
    level: 'setting',
    severity: 'error',
    message: 'The return has no child of the census’s ages at the setting.',
    help: 'Leave the setting out of the return, or enter its children.',
    field: 'counts',
    source: 'dfe-number',
    broken: ({ counts }, { term }) => {
      // Children under two are counted from 2026.
      const fields = term.year >= 2026 ? COUNT_FIELDS : COUNT_FIELDS.slice(2);
      return fields.every((field) => counts[field] === 0);
    },
  },
  {
    code: 'early-years-counts-fewer',
    level: 'setting',
    severity: 'query',
    message: 'The setting counts fewer children of an age than have funded hours.',
    help: CORRECT,
    field: 'counts',
    source: 'rollbook',
    broken: ({ counts, funded }) => {
      const fewer = COUNT_FIELDS.find((field) => counts[field] < funded[field]);
      return fewer === undefined ? false : { value: `${fewer} ${counts[fewer]} of ${funded[fewer]}` };
    },
  },
];
