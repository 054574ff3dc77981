import type { NccisHeader, NccisYoungPerson } from '../nccis/young-person.js';
import { atSchool, but, doing, neet, right } from './right-person.test-support.js';

export interface Samples {
  readonly fails: readonly NccisYoungPerson[];
  readonly passes: readonly NccisYoungPerson[];
  /** In place of the header of all. */
  readonly header?: Partial<NccisHeader>;
}

const guarantee = (guaranteeStatus?: string, leaCode?: string) => ({
  ...(guaranteeStatus === undefined ? {} : { guaranteeStatus }),
  ...(leaCode === undefined ? {} : { leaCode }),
});

/** Of each rule over one person: people who break it and nearly the same people who don't. */
export const samples: Readonly<Record<string, Samples>> = {
  1: {
    fails: [
      but({ youngPersonsId: undefined }),
      but({ youngPersonsId: '999000000001' }),
      but({ youngPersonsId: '999000000000A' }),
    ],
    passes: [right],
  },
  903: { fails: [but({ youngPersonsId: '9980000000001' })], passes: [right, but({ youngPersonsId: '998' })] },
  2: { fails: [but({ givenName: undefined })], passes: [right] },
  3: { fails: [but({ familyName: undefined })], passes: [right] },
  8: { fails: [but({ dob: undefined }), but({ dob: '2009-02-30' })], passes: [right] },
  9: {
    fails: [but({ dob: '2000-08-31' })],
    passes: [but({ dob: '2000-09-01' }), but({ dob: '1990-01-01', cohortStatus: 'A' })],
  },
  10: { fails: [but({ dob: '2011-09-01' })], passes: [but({ dob: '2011-08-31' })] },
  37: {
    fails: [but({ previousYpidIdentifier: '123' })],
    passes: [right, but({ previousYpidIdentifier: '9980000000001' })],
  },
  38: {
    fails: [but({ uniquePupilNumber: 'K99949992100' })],
    passes: [right, but({ uniquePupilNumber: undefined })],
  },
  30: {
    fails: [
      but({ uniqueLearnerNo: '0123456789' }),
      but({ uniqueLearnerNo: '123456789' }),
      but({ uniqueLearnerNo: '12345678901' }),
    ],
    passes: [right, but({ uniqueLearnerNo: undefined }), but({ uniqueLearnerNo: '9999999999' })],
  },
  31: {
    fails: [but({ addressLine1: undefined, town: undefined })],
    passes: [but({ addressLine1: undefined })],
  },
  32: { fails: [but({ postcode: undefined })], passes: [right] },
  43: {
    fails: [
      but({ postcode: 'ZZ999ZZ' }),
      but({ postcode: 'ZZ99  9ZZ' }),
      but({ postcode: 'ZZZ9 9ZZ' }),
      but({ postcode: 'Z9 9Z' }),
    ],
    passes: ['M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 1HQ', 'EC1A 1BB', 'zz99 9zz'].map((postcode) =>
      but({ postcode }),
    ),
  },
  4: { fails: [but({ gender: undefined })], passes: [right] },
  5: {
    fails: [but({ gender: 'X' }), but({ gender: 'f' })],
    passes: ['F', 'M', 'U', 'W'].map((gender) => but({ gender })),
  },
  6: { fails: [but({ ethnicity: undefined })], passes: [right] },
  7: {
    fails: [but({ ethnicity: 'WIRT' }), but({ ethnicity: 'wbri' })],
    passes: [but({ ethnicity: 'OARA' }), but({ ethnicity: 'NOBT' })],
  },
  14: { fails: [but({ leadLea: undefined })], passes: [right] },
  15: { fails: [but({ leadLea: '001' }), but({ leadLea: '85' })], passes: [right] },
  26: { fails: [but({ leadLea: '857' })], passes: [but({ leadLea: '855' })] },
  19: {
    fails: [but({ educatedLea: '005' }), but({ educatedLea: 'ABC' })],
    passes: [but({ educatedLea: '000' }), but({ educatedLea: '004' })],
  },
  24: { fails: [but({ leaCodeAtYear11: '12' })], passes: [but({ leaCodeAtYear11: undefined }), right] },
  36: { fails: [but({ youthContractIndicator: 'y' })], passes: [but({ youthContractIndicator: 'N' })] },
  29: {
    fails: [but({ youthContractIndicator: 'Y' })],
    passes: [
      but({ youthContractIndicator: 'Y', youthContractStartDate: '2026-01-01' }),
      but({ youthContractIndicator: 'N' }),
    ],
  },
  100: { fails: [but({ levelOfNeedCode: undefined })], passes: [right] },
  101: {
    fails: [but({ levelOfNeedCode: '0' }), but({ levelOfNeedCode: '4' })],
    passes: [but({ levelOfNeedCode: '1' })],
  },
  102: { fails: [but({ sendFlag: 'yes' })], passes: [right] },
  103: { fails: [but({ sendFlag: undefined })], passes: [right] },
  303: { fails: [but({ senSupportFlag: undefined })], passes: [right] },
  304: { fails: [but({ senSupportFlag: 'n' })], passes: [but({ senSupportFlag: 'Y' })] },
  306: {
    fails: [but({ sendFlag: 'Y', senSupportFlag: 'Y' })],
    passes: [but({ senSupportFlag: 'Y' }), but({ sendFlag: 'Y' })],
  },
  11: { fails: [but({ cohortStatus: undefined })], passes: [right] },
  904: {
    fails: [but({ cohortStatus: 'X' })],
    passes: ['G', 'A', 'E', 'M', 'D', 'L'].map((cohortStatus) => but({ cohortStatus })),
  },
  13: {
    fails: [but({ cohortStatus: 'T' })],
    passes: [but({ cohortStatus: 'T', transferredToLaCode: '855' })],
  },
  34: {
    fails: [but({ transferredToLaCode: '855' })],
    passes: [
      but({ cohortStatus: 'T', transferredToLaCode: '855' }),
      but({ cohortStatus: 'E', transferredToLaCode: '001' }),
    ],
  },
  35: {
    fails: [
      but({ cohortStatus: 'T', transferredToLaCode: '001' }),
      but({ cohortStatus: 'E', transferredToLaCode: '855' }),
    ],
    passes: [
      but({ cohortStatus: 'E', transferredToLaCode: '003' }),
      but({ cohortStatus: 'E' }),
      but({ cohortStatus: 'T', transferredToLaCode: '004' }),
    ],
  },
  41: {
    fails: [but({ cohortStatus: 'T', transferredToLaCode: '004' })],
    passes: [but({ cohortStatus: 'E', transferredToLaCode: '003' })],
  },
  42: {
    fails: [but({ cohortStatus: 'T', transferredToLaCode: '856' })],
    passes: [but({ cohortStatus: 'T', transferredToLaCode: '855' })],
  },
  33: {
    fails: [but({ dob: '2006-10-31' })],
    passes: [but({ dob: '2006-11-01' }), but({ dob: '2006-10-31', sendFlag: 'Y' })],
  },
  40: {
    fails: [but({ dob: '2006-08-31' }), but({ dob: '2004-01-01', sendFlag: undefined })],
    passes: [but({ dob: '2006-09-01' }), but({ dob: '2004-01-01', sendFlag: 'Y' })],
  },
  240: { fails: [but({ activity: undefined })], passes: [right, but({ activity: {} })] },
  200: { fails: [doing({ activityCode: undefined })], passes: [right, but({ activity: undefined })] },
  201: { fails: [doing({ activityCode: '999' }), doing({ activityCode: '21' })], passes: [right] },
  202: { fails: [doing({ startDate: undefined }), doing({ startDate: '2026-02-30' })], passes: [right] },
  203: { fails: [doing({ dateAscertained: undefined })], passes: [right] },
  220: { fails: [doing({ currencyLapsed: undefined })], passes: [right] },
  221: { fails: [doing({ currencyLapsed: 'n' })], passes: [doing({ currencyLapsed: 'Y' })] },
  228: {
    fails: [doing({ establishmentNumber: '856400' }), doing({ establishmentNumber: '0014001' })],
    passes: [doing({ establishmentNumber: undefined }), doing({ establishmentNumber: '8569999' })],
  },
  39: {
    fails: [
      doing({ ukProviderReferenceNumber: '20000001' }),
      doing({ ukProviderReferenceNumber: '1000000' }),
    ],
    passes: [doing({ ukProviderReferenceNumber: '10000001' })],
  },
  229: { fails: [but({ dob: '2010-09-01' })], passes: [but({ dob: '2010-08-31' }), atSchool()] },
  230: {
    fails: [doing({ activityCode: '110' }, { dob: '2010-08-31' })],
    passes: [atSchool({}, { dob: '2010-09-01' })],
  },
  253: {
    fails: [doing({ activityCode: '440' }, { dob: '2008-09-02' })],
    passes: [doing({ activityCode: '440' }, { dob: '2008-09-01' })],
  },
  254: {
    fails: [doing({ activityCode: '280' })],
    passes: [doing({ activityCode: '280' }, { sendFlag: 'Y' })],
  },
  255: {
    fails: [doing({ activityCode: '460' })],
    passes: [doing({ activityCode: '460' }, { sendFlag: 'Y' })],
  },
  909: {
    fails: [
      atSchool({ startDate: '2026-08-31', dateVerified: '2026-08-31' }),
      atSchool({ startDate: '2025-09-01', dateVerified: undefined }),
    ],
    passes: [
      atSchool({ dateVerified: undefined }),
      atSchool({ startDate: '2024-09-01', dateVerified: '2026-09-01' }),
      doing({ startDate: '2025-09-01', dateVerified: undefined }),
    ],
  },
  243: {
    fails: [doing({ dueToLapseDate: undefined })],
    passes: [neet(), neet({ activityCode: '810', neetStartDate: undefined })],
  },
  259: {
    fails: [
      doing({ predictedEndDate: undefined }),
      doing({ activityCode: '430', predictedEndDate: undefined }),
    ],
    passes: [doing({ activityCode: '310', predictedEndDate: undefined }), atSchool()],
  },
  262: {
    fails: ['260', '290', '350', '616', '710', '720'].map((activityCode) => doing({ activityCode })),
    passes: [right, doing({ activityCode: '260', reviewDate: '2027-01-01' })],
  },
  237: { fails: [doing({ dateVerified: '2026-09-09' })], passes: [doing({ dateVerified: '2026-09-10' })] },
  242: {
    fails: [doing({ dateAscertained: '2026-08-31' })],
    passes: [doing({ dateAscertained: '2026-09-01' })],
  },
  256: { fails: [doing({ dateVerified: '2026-08-31' })], passes: [doing({ dateVerified: '2026-09-01' })] },
  305: { fails: [doing({ dateVerified: '2026-11-01' })], passes: [doing({ dateVerified: '2026-10-31' })] },
  231: {
    fails: [doing({ currencyLapsed: 'Y', dueToLapseDate: '2026-11-01' })],
    passes: [doing({ currencyLapsed: 'Y', dueToLapseDate: '2026-10-31' })],
  },
  232: {
    fails: [doing({ dueToLapseDate: '2026-10-30' })],
    passes: [doing({ dueToLapseDate: '2026-10-31' })],
  },
  244: { fails: [doing({ dueToLapseDate: '01/03/2027' })], passes: [right] },
  238: {
    fails: [doing({ dueToLapseDate: '2027-08-01' })],
    passes: [doing({ dueToLapseDate: '2027-07-31' })],
  },
  257: { fails: [doing({ reviewDate: '2027-08-01' })], passes: [doing({ reviewDate: '2027-07-31' })] },
  258: { fails: [doing({ predictedEndDate: 'July' })], passes: [right] },
  224: {
    fails: ['540', '610', '619', '620', '680'].map((activityCode) =>
      neet({ activityCode, neetStartDate: undefined }),
    ),
    passes: [neet(), neet({ activityCode: '810', neetStartDate: undefined })],
  },
  225: {
    fails: [neet({ neetStartDate: '2026-09-02' })],
    passes: [neet(), neet({ neetStartDate: '2026-01-01' })],
  },
  226: { fails: [doing({ neetStartDate: '2026-09-01' })], passes: [neet()] },
  251: { fails: [neet({ neetStartDate: '2024-11-19' })], passes: [neet({ neetStartDate: '2024-11-20' })] },
  104: {
    fails: [but({ characteristics: ['110', '999'] })],
    passes: [but({ characteristics: ['110', '200'] })],
  },
  233: {
    fails: [neet({ activityCode: '620' })],
    passes: [neet({ activityCode: '620' }, { characteristics: ['110', '140'] })],
  },
  234: {
    fails: [neet({ activityCode: '630' })],
    passes: [neet({ activityCode: '630' }, { characteristics: ['120'] })],
  },
  235: {
    fails: [neet({ activityCode: '650' })],
    passes: [neet({ activityCode: '650' }, { characteristics: ['180'] })],
  },
  236: {
    fails: [doing({ activityCode: '720' })],
    passes: [doing({ activityCode: '720' }, { characteristics: ['130'] })],
  },
  260: {
    fails: [but({ characteristics: ['180'], gender: 'M' })],
    passes: [but({ characteristics: ['180'] }), but({ gender: 'M' })],
  },
  25: {
    fails: [but({ guaranteeYear11: guarantee('110', '855') })],
    passes: [right, but({ leaCodeAtYear11: undefined, guaranteeYear11: guarantee('110', '855') })],
  },
  27: {
    fails: [
      but({ guaranteeYear11: guarantee('114', '856') }),
      but({ guaranteeYear12: guarantee('999', '856') }),
    ],
    passes: [but({ guaranteeYear12: guarantee('114', '856') }), right],
  },
  261: { fails: [but({ guaranteeYear11: guarantee('110', '85') })], passes: [right] },
  905: {
    fails: [
      but({ cohortStatus: 'G', guaranteeYear11: undefined, guaranteeStatusIndicator: 'N' }),
      but({ cohortStatus: 'G', guaranteeYear11: guarantee('110') }),
      but({ cohortStatus: 'G', guaranteeYear11: guarantee(undefined, '856') }),
    ],
    passes: [
      but({ cohortStatus: 'G' }),
      but({ guaranteeYear11: undefined, guaranteeStatusIndicator: 'N' }),
      but({ cohortStatus: 'T', guaranteeYear11: undefined }),
      atSchool({}, { cohortStatus: 'G' }),
    ],
  },
  906: {
    fails: [but({ guaranteeYear11: undefined }), atSchool({}, { guaranteeStatusIndicator: 'Y' })],
    passes: [right, but({ guaranteeYear11: undefined, guaranteeStatusIndicator: 'N' })],
  },
  301: {
    header: { periodEnd: '2019-10-31' },
    fails: [but({ dob: '2003-11-20' })],
    passes: [but({ dob: '2003-11-20', intendedDestinationYr11: '611' }), but({ dob: '2002-11-20' })],
  },
  302: {
    fails: [but({ intendedDestinationYr11: '112' })],
    passes: [but({ intendedDestinationYr11: '111' })],
  },
};
