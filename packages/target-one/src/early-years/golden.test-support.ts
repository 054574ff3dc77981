import type { EarlyYearsChild, EarlyYearsSettingChildren } from './child.js';
import type { EarlyYearsSetting } from './setting.js';

/** What `__fixtures__/eyc-2026-spring.*` were written by hand from. */
export const goldenSetting: EarlyYearsSetting = {
  urn: '500001',
  ofstedUrn: '2500001',
  name: 'Acorn & Oak Nursery',
  agencyChildminder: false,
  hoursOpen: 52.5,
  weeksOpen: 51,
  staff: { total: 8, qts: 2, earlyYears: 6, earlyYearsEyts: 1 },
};

const wren: EarlyYearsChild = {
  upn: 'T920100124001',
  surname: 'Ashgrove',
  forename: 'Wren',
  middleNames: 'Ida',
  birthDate: '2022-06-14',
  sex: 'F',
  ethnicity: 'WBRI',
  fundedHours: 15,
  extendedHours: 7.5,
  hoursAtSetting: 30,
  fundedWeeks: 38,
  extendedWeeks: 38,
  eligibilityCode: '50012345678',
  dafIndicator: true,
  eypp: true,
  eyppBasis: 'EB',
  senProvision: 'K',
  address: { lines: ['1 Mill Lane', 'Testham'], postcode: 'ZZ1 1ZZ' },
};

/** Three on the census day, but two before the term. */
const rowan: EarlyYearsChild = {
  surname: 'Fell',
  forename: 'Rowan',
  birthDate: '2023-01-10',
  sex: 'M',
  fundedHours: 15,
  expandedHours: 10,
  hoursAtSetting: 25,
  eligibilityCode: '50012345679',
  fundingBases: ['ECO', 'LAA'],
  address: { paon: '2', street: 'Mill Lane', uprn: '000123456789' },
};

/** Without funded hours: counted by age, and left out. */
const unfunded: EarlyYearsChild[] = [
  { surname: 'Marsh', forename: 'Ivo', birthDate: '2022-01-01', sex: 'M', hoursAtSetting: 12 },
  { surname: 'Hazel', forename: 'Una', birthDate: '2024-12-31', sex: 'F', fundedHours: 0, hoursAtSetting: 8 },
  { surname: 'Reed', forename: 'Olla', birthDate: '2025-09-01', sex: 'F', hoursAtSetting: 8 },
];

export const goldenReturns: readonly EarlyYearsSettingChildren[] = [
  { setting: goldenSetting, children: [wren, ...unfunded, rowan] },
  // A setting without funded children stands in no return.
  { setting: { urn: '500002', name: 'Beech House' }, children: unfunded },
];

export const goldenRead: readonly EarlyYearsSettingChildren[] = [
  {
    setting: {
      ...goldenSetting,
      la: '920',
      counts: { under1: 0, age1: 1, age2: 1, age3: 2, age4: 0 },
    },
    children: [wren, rowan],
  },
];
