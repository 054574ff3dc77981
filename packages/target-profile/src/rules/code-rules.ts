import { nccisEthnicities } from '../codes/nccis-ethnicities.js';
import { nccisGenders } from '../codes/nccis-genders.js';
import { isLeadLa, nccisLas } from '../codes/nccis-las.js';
import type { NccisRule } from './rule.js';

/** Any authority that a person may be in, or be of: also beyond England. */
const isKnownLa = (code: string): boolean => nccisLas.accepts(code);

const YES_NO = new Set(['Y', 'N']);

/** Where to find them. */
export const addressRules: readonly NccisRule[] = [
  {
    code: '31',
    group: 'address',
    priority: 1,
    field: 'addressLine1',
    title: 'No line of an address',
    help: 'Enter the address in the local system, unless it is protected.',
    breaks: ({ addressLine1, addressLine2, addressLine3, addressLine4, town, county }) =>
      [addressLine1, addressLine2, addressLine3, addressLine4, town, county].every(
        (line) => line === undefined,
      ),
  },
  {
    code: '32',
    group: 'address',
    priority: 1,
    field: 'postcode',
    title: 'No postcode',
    help: 'Enter the postcode in the local system, unless the address is protected.',
    breaks: ({ postcode }) => postcode === undefined,
  },
  {
    code: '43',
    group: 'address',
    priority: 2,
    field: 'postcode',
    title: 'The postcode isn’t written like one',
    help: 'Write it with one space before its last three characters, such as ZZ99 9ZZ.',
    breaks: ({ postcode }) => postcode !== undefined && !/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/i.test(postcode),
  },
];

/** Codes of the person. */
export const codeRules: readonly NccisRule[] = [
  {
    code: '4',
    group: 'codes',
    priority: 2,
    field: 'gender',
    title: 'No gender',
    help: 'Enter it: F, M, U for unknown, W for withheld.',
    breaks: ({ gender }) => gender === undefined,
  },
  {
    code: '5',
    group: 'codes',
    priority: 2,
    field: 'gender',
    title: 'The gender isn’t F, M, U or W',
    help: 'Correct the code in the local system.',
    breaks: ({ gender }) => gender !== undefined && !nccisGenders.has(gender),
  },
  {
    code: '6',
    group: 'codes',
    priority: 2,
    field: 'ethnicity',
    title: 'No ethnicity',
    help: 'Enter it, or NOBT where it was not obtained.',
    breaks: ({ ethnicity }) => ethnicity === undefined,
  },
  {
    code: '7',
    group: 'codes',
    priority: 2,
    field: 'ethnicity',
    title: 'The ethnicity isn’t a code of the return',
    help: 'The list is shorter than the school census’s: map the code.',
    breaks: ({ ethnicity }, { periodEnd }) =>
      ethnicity !== undefined && !nccisEthnicities.accepts(ethnicity, periodEnd),
  },
  {
    code: '14',
    group: 'codes',
    priority: 1,
    field: 'leadLea',
    title: 'No lead authority',
    help: 'Enter the authority that leads on the person.',
    breaks: ({ leadLea }) => leadLea === undefined,
  },
  {
    code: '15',
    group: 'codes',
    priority: 1,
    field: 'leadLea',
    title: 'The lead authority isn’t one of England',
    help: 'It is the number of an English authority, three digits, and none of 000 to 004.',
    breaks: ({ leadLea }) => leadLea !== undefined && !isLeadLa(leadLea),
  },
  {
    code: '26',
    group: 'codes',
    priority: 2,
    field: 'leadLea',
    title: 'The lead authority isn’t in the header',
    help: 'Only people on whom the service leads are in its return.',
    breaks: ({ leadLea }, { header }) =>
      leadLea !== undefined && header.sourceLeas.length > 0 && !header.sourceLeas.includes(leadLea),
  },
  {
    code: '19',
    group: 'codes',
    priority: 2,
    field: 'educatedLea',
    title: 'The authority of education isn’t known',
    help: 'It is the number of an English authority, or 000 to 004.',
    breaks: ({ educatedLea }) => educatedLea !== undefined && !isKnownLa(educatedLea),
  },
  {
    code: '24',
    group: 'codes',
    priority: 2,
    field: 'leaCodeAtYear11',
    title: 'The authority at Year 11 isn’t known',
    help: 'It is the number of an English authority, or 000 to 004.',
    breaks: ({ leaCodeAtYear11 }) => leaCodeAtYear11 !== undefined && !isKnownLa(leaCodeAtYear11),
  },
  {
    code: '36',
    group: 'codes',
    priority: 2,
    field: 'youthContractIndicator',
    title: 'The youth contract indicator isn’t Y or N',
    help: 'Correct it, or leave it out.',
    unconfirmed: 'until when it was asked for',
    breaks: ({ youthContractIndicator: indicator }) => indicator !== undefined && !YES_NO.has(indicator),
  },
  {
    code: '29',
    group: 'codes',
    priority: 2,
    field: 'youthContractStartDate',
    title: 'A youth contract without its start',
    help: 'Enter the day on which the youth contract began.',
    unconfirmed: 'until when it was asked for',
    breaks: ({ youthContractIndicator, youthContractStartDate }) =>
      youthContractIndicator === 'Y' && youthContractStartDate === undefined,
  },
];

/** How much support. */
export const needRules: readonly NccisRule[] = [
  {
    code: '100',
    group: 'need',
    priority: 1,
    field: 'levelOfNeedCode',
    title: 'No level of need',
    help: 'Enter it: 1 intensive, 2 supported, 3 minimum intervention.',
    breaks: ({ levelOfNeedCode }) => levelOfNeedCode === undefined,
  },
  {
    code: '101',
    group: 'need',
    priority: 2,
    field: 'levelOfNeedCode',
    title: 'The level of need isn’t 1, 2 or 3',
    help: 'Correct the code in the local system.',
    breaks: ({ levelOfNeedCode }) => levelOfNeedCode !== undefined && !/^[123]$/.test(levelOfNeedCode),
  },
  {
    code: '102',
    group: 'need',
    priority: 2,
    field: 'sendFlag',
    title: 'The SEND flag isn’t Y or N',
    help: 'Correct it in the local system.',
    breaks: ({ sendFlag }) => sendFlag !== undefined && !YES_NO.has(sendFlag),
  },
  {
    code: '103',
    group: 'need',
    priority: 2,
    field: 'sendFlag',
    title: 'No SEND flag',
    help: 'Enter Y for a current plan, else N.',
    breaks: ({ sendFlag }) => sendFlag === undefined,
  },
  {
    code: '303',
    group: 'need',
    priority: 2,
    field: 'senSupportFlag',
    from: '2018-04-01',
    title: 'No SEN support flag',
    help: 'Enter Y or N.',
    unconfirmed: 'the first year',
    breaks: ({ senSupportFlag }) => senSupportFlag === undefined,
  },
  {
    code: '304',
    group: 'need',
    priority: 2,
    field: 'senSupportFlag',
    from: '2018-04-01',
    title: 'The SEN support flag isn’t Y or N',
    help: 'Correct it in the local system.',
    unconfirmed: 'the first year',
    breaks: ({ senSupportFlag }) => senSupportFlag !== undefined && !YES_NO.has(senSupportFlag),
  },
  {
    code: '306',
    group: 'need',
    priority: 2,
    field: 'senSupportFlag',
    from: '2018-04-01',
    title: 'SEND and SEN support are both Y',
    help: 'A person with a plan has the SEND flag alone.',
    unconfirmed: 'the priority, and the first year',
    breaks: ({ sendFlag, senSupportFlag }) => sendFlag === 'Y' && senSupportFlag === 'Y',
  },
];
