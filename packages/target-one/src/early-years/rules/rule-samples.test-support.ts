import type { EarlyYearsChild, EarlyYearsSettingChildren } from '../child.js';
import { aChild, aOneYearOld, aSetting, aTwoYearOld } from '../early-years.test-support.js';
import type { EarlyYearsCounts, EarlyYearsSetting, EarlyYearsStaff } from '../setting.js';

/** A setting with its children, and the year of the spring collection where the rule isn't of 2026. */
export interface RuleSample extends EarlyYearsSettingChildren {
  readonly year?: number;
}
export interface RuleSamples {
  readonly fails: Readonly<Record<string, RuleSample>>;
  readonly passes: Readonly<Record<string, RuleSample>>;
}

const of = (setting: Parameters<typeof aSetting>[0], year?: number): RuleSample => ({
  setting: aSetting(setting),
  children: [aChild()],
  ...(year === undefined ? {} : { year }),
});
const child = (one: EarlyYearsChild, setting?: EarlyYearsSetting): RuleSample => ({
  setting: setting ?? aSetting(),
  children: [one],
});
const three = (changes: Parameters<typeof aChild>[0]): RuleSample => child(aChild(changes));
const two = (changes: Parameters<typeof aChild>[0]): RuleSample => child(aTwoYearOld(changes));
const one = (changes: Parameters<typeof aChild>[0]): RuleSample => child(aOneYearOld(changes));
const good = three({});

const staff = (changes: { [K in keyof EarlyYearsStaff]?: number | undefined }): RuleSample => {
  const numbers = { ...aSetting().staff, ...changes };
  return of({
    staff: Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
  });
};
const range = (field: keyof EarlyYearsStaff, most: number, least = 0): RuleSamples => ({
  fails: {
    'none given': staff({ [field]: undefined }),
    'one over': staff({ [field]: most + 1 }),
    ...(least > 0 ? { 'one under': staff({ [field]: least - 1 }) } : {}),
  },
  passes: { 'the most': staff({ [field]: most }), 'the least': staff({ [field]: least }) },
});
const within = (part: keyof EarlyYearsStaff, whole: keyof EarlyYearsStaff): RuleSamples => ({
  fails: { 'one more': staff({ [part]: 4, [whole]: 3 }) },
  passes: {
    'as many': staff({ [part]: 3, [whole]: 3 }),
    'no whole to compare': staff({ [part]: 3, [whole]: undefined }),
  },
});
const counts = (changes: EarlyYearsCounts): RuleSample => of({ counts: changes });
const ages = (field: keyof EarlyYearsCounts, most: number): RuleSamples => ({
  fails: { 'one over': counts({ [field]: most + 1 }) },
  passes: { 'the most': counts({ [field]: most }) },
});

/** Each rule with samples that it finds and samples that it passes; a test wants both for every rule. */
export const ruleSamples: Readonly<Record<string, RuleSamples>> = {
  'early-years-setting-urn': {
    fails: {
      'under the range': of({ urn: '499999' }),
      'over it': of({ urn: '800000' }),
      short: of({ urn: '50001' }),
    },
    passes: { first: of({ urn: '500000' }), last: of({ urn: '799999' }) },
  },
  'early-years-ofsted-urn': {
    fails: { short: of({ ofstedUrn: '25000' }), long: of({ ofstedUrn: '25000011' }) },
    passes: {
      'six digits': of({ ofstedUrn: '250001' }),
      'with EY': of({ ofstedUrn: 'EY250001' }),
      none: of({ ofstedUrn: undefined }),
    },
  },
  'early-years-setting-name': {
    fails: { none: of({ name: undefined }), blank: of({ name: ' ' }) },
    passes: { 'a name': good },
  },
  '8100Q': {
    fails: {
      none: of({ hoursOpen: undefined }),
      under: of({ hoursOpen: 0.5 }),
      over: of({ hoursOpen: 70.5 }),
    },
    passes: { one: of({ hoursOpen: 1 }), seventy: of({ hoursOpen: 70 }) },
  },
  '8105': {
    fails: { none: of({ weeksOpen: undefined }), under: of({ weeksOpen: 0 }), over: of({ weeksOpen: 53 }) },
    passes: { one: of({ weeksOpen: 1 }), 'fifty-two': of({ weeksOpen: 52 }) },
  },
  '8102': {
    fails: { 'in 2023': of({ weeksOpen: 37, weeksFunded: 38 }, 2023) },
    passes: {
      'as many': of({ weeksOpen: 38, weeksFunded: 38 }, 2023),
      'in 2025, without the item': of({ weeksOpen: 37, weeksFunded: 38 }, 2025),
    },
  },
  '8230': {
    fails: { 'none in 2023': of({ weeksFunded: undefined }, 2023), over: of({ weeksFunded: 53 }, 2023) },
    passes: { '38': of({ weeksFunded: 38 }, 2023), 'none in 2026': of({ weeksFunded: undefined }) },
  },
  '8110Q': range('total', 38, 1),
  '8115Q': range('qts', 21),
  '8117Q': range('eyps', 10),
  '8120': within('qts', 'total'),
  '8123': within('eyps', 'total'),
  '8125Q': range('earlyYears', 21),
  '8130Q': range('earlyYearsQts', 6),
  '8135': within('earlyYearsQts', 'earlyYears'),
  '8138': within('earlyYearsQts', 'qts'),
  '8140': within('earlyYears', 'total'),
  '8141Q': range('earlyYearsEyps', 6),
  '8142': within('earlyYearsEyps', 'earlyYears'),
  '8143': within('earlyYearsEyps', 'eyps'),
  'early-years-eyts-total': within('eyts', 'total'),
  'early-years-eyts-children': within('earlyYearsEyts', 'earlyYears'),
  'early-years-eyts-all': within('earlyYearsEyts', 'eyts'),
  '8144Q': ages('age2', 51),
  '8145Q': ages('age3', 51),
  '8150Q': ages('age4', 33),
  '8155': {
    fails: {
      'no child': { setting: aSetting(), children: [] },
      'under-twos alone in 2025': {
        setting: aSetting(),
        children: [aOneYearOld({ birthDate: '2023-06-14' })],
        year: 2025,
      },
    },
    passes: {
      'one child': good,
      'a one-year-old in 2026': one({}),
      'figures of its own': { setting: aSetting({ counts: { age4: 1 } }), children: [] },
    },
  },
  'early-years-counts-fewer': {
    fails: { 'none at three': counts({ age3: 0 }) },
    passes: { 'one at three': counts({ age3: 1 }), counted: good },
  },
  'early-years-upn': {
    fails: { 'wrong check letter': three({ upn: 'A920100124001' }), short: three({ upn: 'T92010012400' }) },
    passes: { right: three({ upn: 'T920100124001' }), none: good },
  },
  'early-years-surname': { fails: { none: three({ surname: undefined }) }, passes: { one: good } },
  'early-years-forename': {
    fails: { none: three({ forename: undefined }), blank: three({ forename: '  ' }) },
    passes: { one: good },
  },
  'early-years-birth-date': {
    fails: { none: three({ birthDate: undefined }), 'no such day': three({ birthDate: '2022-02-29' }) },
    passes: { 'a day': good },
  },
  'early-years-too-young': {
    fails: { 'nine months on 1 January': one({ birthDate: '2025-04-01' }) },
    passes: {
      'nine months on 31 December': one({ birthDate: '2025-03-31' }),
      'no date, which others find': three({ birthDate: undefined }),
    },
  },
  'early-years-too-old': {
    fails: { 'five on 31 December': three({ birthDate: '2020-12-31' }) },
    passes: { 'five on 1 January': three({ birthDate: '2021-01-01' }) },
  },
  'early-years-sex': {
    fails: { none: three({ sex: undefined }), 'another letter': three({ sex: 'U' }) },
    passes: { F: three({ sex: 'F' }), M: three({ sex: 'M' }) },
  },
  'early-years-ethnicity': {
    fails: { 'no code': three({ ethnicity: 'WXYZ' }) },
    passes: { 'a code': three({ ethnicity: 'WBRI' }), none: good },
  },
  'early-years-sen-provision': {
    fails: { 'no code': three({ senProvision: 'Y' }), 'a code of before 2015': three({ senProvision: 'A' }) },
    passes: { plan: three({ senProvision: 'E' }), none: good },
  },
  '2400Q': {
    fails: {
      'one line': three({ address: { lines: ['1 Mill Lane'] } }),
      'and blank ones': three({ address: { lines: ['1 Mill Lane', '', ' '] } }),
    },
    passes: {
      'two lines': good,
      'no address': three({ address: undefined }),
      'a later line': three({ address: { lines: ['1 Mill Lane', '', 'Testham'] } }),
    },
  },
  'early-years-postcode': {
    fails: { 'no form of one': three({ address: { postcode: 'TESTHAM' } }) },
    passes: { 'a postcode': good, 'without its space': three({ address: { postcode: 'ZZ11ZZ' } }) },
  },
  '821Q': {
    fails: {
      'half an hour over': three({ fundedHours: 15.5 }),
      'a quarter': three({ fundedHours: 14.75 }),
      'under half an hour': three({ fundedHours: 0.25 }),
    },
    passes: { fifteen: good, 'half an hour': three({ fundedHours: 0.5 }), 'none, beside others': one({}) },
  },
  '8215': {
    fails: {
      none: three({ hoursAtSetting: undefined }),
      over: three({ hoursAtSetting: 70.5 }),
      'a quarter': three({ hoursAtSetting: 20.25 }),
    },
    passes: { seventy: three({ hoursAtSetting: 70 }), 'a half': three({ hoursAtSetting: 15.5 }) },
  },
  '8220': {
    fails: { 'half an hour more': three({ fundedHours: 15, hoursAtSetting: 14.5 }) },
    passes: { 'as many': three({ fundedHours: 15, hoursAtSetting: 15 }) },
  },
  'early-years-hours-over-attended': {
    fails: { 'with extended hours': three({ extendedHours: 5.5, hoursAtSetting: 20 }) },
    passes: { 'as many': three({ extendedHours: 5, hoursAtSetting: 20 }) },
  },
  'early-years-extended-hours': {
    fails: { over: three({ extendedHours: 15.5 }), 'a quarter': three({ extendedHours: 1.25 }) },
    passes: { fifteen: three({ extendedHours: 15 }), none: three({ extendedHours: 0 }) },
  },
  'early-years-expanded-hours': {
    fails: {
      'over 30': one({ expandedHours: 30.5 }),
      'over 15 in 2025': { ...one({ birthDate: '2023-06-14', expandedHours: 15.5 }), year: 2025 },
    },
    passes: {
      thirty: one({ expandedHours: 30 }),
      'fifteen in 2025': { ...one({ expandedHours: 15 }), year: 2025 },
    },
  },
  'early-years-hours-total': {
    fails: { 'half an hour over 30': two({ fundedHours: 15, expandedHours: 15.5 }) },
    passes: { thirty: two({ fundedHours: 15, expandedHours: 15 }) },
  },
  'early-years-two-routes': {
    fails: { 'expanded hours first': two({ fundedHours: 10, expandedHours: 10 }) },
    passes: {
      'additional support first': two({ fundedHours: 15, expandedHours: 10 }),
      'one route alone': two({ fundedHours: 10 }),
      'working parents alone': two({ fundedHours: undefined, fundingBases: undefined, expandedHours: 10 }),
      'a child of three': three({ fundedHours: 10, expandedHours: 10, fundingBases: ['ECO'] }),
    },
  },
  'early-years-funded-age': {
    fails: { 'at one': one({ fundedHours: 5 }) },
    passes: { 'at two': two({}), 'at three': good },
  },
  'early-years-extended-age': {
    fails: {
      'at two': two({ extendedHours: 5 }),
      'three on the census day, two before the term': three({ birthDate: '2023-01-10', extendedHours: 5 }),
    },
    passes: { 'at three': three({ extendedHours: 5 }) },
  },
  'early-years-expanded-age': {
    fails: { 'at three': three({ expandedHours: 5 }) },
    passes: {
      'at one': one({}),
      'three on the census day, two before the term': one({ birthDate: '2023-01-10' }),
    },
  },
  'early-years-funded-yearly': {
    fails: { '15 over 39 weeks': three({ fundedWeeks: 39 }) },
    passes: { '15 over 38': good, 'stretched over 51': three({ fundedHours: 11, fundedWeeks: 51 }) },
  },
  'early-years-extended-yearly': {
    fails: { '15 over 39 weeks': three({ extendedHours: 15, extendedWeeks: 39 }) },
    passes: { '15 over 38': three({ extendedHours: 15, extendedWeeks: 38 }) },
  },
  'early-years-expanded-yearly': {
    fails: {
      '30 over 39 weeks': one({ expandedHours: 30, expandedWeeks: 39 }),
      '15 over 39 in 2025': { ...one({ expandedHours: 15, expandedWeeks: 39 }), year: 2025 },
    },
    passes: { '30 over 38': one({ expandedHours: 30, expandedWeeks: 38 }) },
  },
  'early-years-yearly-total': {
    fails: { 'both routes, 1,155': two({ expandedHours: 15, expandedWeeks: 39 }) },
    passes: { 'both routes, 1,140': two({ expandedHours: 15, expandedWeeks: 38 }) },
  },
  'early-years-weeks': {
    fails: { none: three({ fundedWeeks: 0 }), over: three({ fundedHours: 5, fundedWeeks: 53 }) },
    passes: {
      'fifty-two': three({ fundedHours: 5, fundedWeeks: 52 }),
      'in 2023': { ...three({ fundedWeeks: 53 }), year: 2023 },
    },
  },
  'early-years-weeks-missing': {
    fails: { 'of extended hours': three({ extendedHours: 5 }) },
    passes: { 'hours with weeks': good, 'no hours': three({ extendedHours: 0 }) },
  },
  'early-years-weeks-over-open': {
    fails: { 'one over': child(aChild(), aSetting({ weeksOpen: 37 })) },
    passes: { 'as many': child(aChild(), aSetting({ weeksOpen: 38 })) },
  },
  'early-years-eligibility-code-missing': {
    fails: {
      'expanded hours': one({ eligibilityCode: undefined }),
      'extended hours': three({ extendedHours: 5 }),
    },
    passes: { 'with a code': one({}), 'universal hours alone': good },
  },
  'early-years-eligibility-code': {
    fails: { 'ten digits': one({ eligibilityCode: '5001234567' }) },
    passes: { 'eleven digits': one({}) },
  },
  'early-years-basis-missing': {
    fails: { 'at two': two({ fundingBases: undefined }) },
    passes: { 'with a basis': two({}), 'at three': good },
  },
  'early-years-basis-without-hours': {
    fails: { 'expanded hours alone': two({ fundedHours: undefined, expandedHours: 5 }) },
    passes: { 'with hours': two({}) },
  },
  'early-years-basis-age': {
    fails: { 'at three': three({ fundingBases: ['ECO'] }) },
    passes: { 'at two': two({}) },
  },
  'early-years-basis-code': {
    fails: { 'no code': two({ fundingBases: ['ECO', 'XYZ'] }) },
    passes: { 'all codes': two({ fundingBases: ['ECO', 'HSD', 'LAA'] }) },
  },
  'early-years-eypp-extended': {
    fails: {
      'extended hours alone': three({
        fundedHours: undefined,
        extendedHours: 5,
        eypp: true,
        eyppBasis: 'EE',
      }),
    },
    passes: {
      'universal hours': three({ eypp: true, eyppBasis: 'EE' }),
      'expanded hours': one({ eypp: true, eyppBasis: 'EE' }),
    },
  },
  'early-years-eypp-basis-missing': {
    fails: { 'no basis': three({ eypp: true }) },
    passes: { 'a basis': three({ eypp: true, eyppBasis: 'EU' }), 'no premium': three({ eypp: false }) },
  },
  'early-years-eypp-basis-without': {
    fails: { 'no premium': three({ eypp: false, eyppBasis: 'EE' }) },
    passes: { 'a premium': three({ eypp: true, eyppBasis: 'EE' }) },
  },
  'early-years-eypp-basis': {
    fails: { 'no code': three({ eypp: true, eyppBasis: 'XX' }) },
    passes: {
      'a council’s code': three({ eypp: true, eyppBasis: 'EB' }),
      'a school census’s': three({ eypp: true, eyppBasis: 'RB' }),
    },
  },
};
