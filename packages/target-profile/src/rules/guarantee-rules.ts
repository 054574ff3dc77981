import { nccisGuaranteeStatuses, nccisIntendedDestinations } from '@rollbook/model';
import { nccisLas } from '../codes/nccis-las.js';
import type { NccisGuarantee, NccisYoungPerson } from '../nccis/young-person.js';
import { guaranteeDueOn } from '../snapshot/guarantee-on.js';
import type { NccisRule, NccisRuleContext } from './rule.js';

/** When a public checker changed; not when the DfE did (unconfirmed). */
const FROM_THEN_G_ALONE = '2019-10-01';

/** Already in learning: for those who leave Year 12 alone. */
const YEAR_12_ALONE = new Set(['114', '115']);

const isKnown = ({ leaCode }: NccisGuarantee): boolean => leaCode === undefined || nccisLas.accepts(leaCode);
const isWhole = (block: NccisGuarantee | undefined): boolean =>
  block?.guaranteeStatus !== undefined && block.leaCode !== undefined;

/** Whether the guarantee that is due on the day isn't all there. */
function lacksDue(person: NccisYoungPerson, { periodEnd }: NccisRuleContext): boolean {
  const due = periodEnd === undefined ? undefined : guaranteeDueOn(person.dob, periodEnd);
  return due !== undefined && !isWhole(due === 11 ? person.guaranteeYear11 : person.guaranteeYear12);
}

/** The September Guarantee, and where pupils of Year 11 mean to go. */
export const guaranteeRules: readonly NccisRule[] = [
  {
    code: '25',
    group: 'guarantee',
    priority: 1,
    field: 'leaCodeAtYear11',
    title: 'The authority at Year 11 isn’t that of the Year 11 guarantee',
    help: 'The two are the same authority.',
    breaks: ({ leaCodeAtYear11, guaranteeYear11 }) =>
      leaCodeAtYear11 !== undefined &&
      guaranteeYear11?.leaCode !== undefined &&
      leaCodeAtYear11 !== guaranteeYear11.leaCode,
  },
  {
    code: '27',
    group: 'guarantee',
    priority: 1,
    field: 'guaranteeStatus',
    title: 'A guarantee status isn’t known, or isn’t for that year',
    help: 'Correct it by the list of the year; 114 and 115 are for Year 12 alone.',
    breaks: ({ guaranteeYear11, guaranteeYear12 }) => {
      const [year11, year12] = [guaranteeYear11?.guaranteeStatus, guaranteeYear12?.guaranteeStatus];
      return (
        (year11 !== undefined && (!nccisGuaranteeStatuses.has(year11) || YEAR_12_ALONE.has(year11))) ||
        (year12 !== undefined && !nccisGuaranteeStatuses.has(year12))
      );
    },
  },
  {
    code: '261',
    group: 'guarantee',
    priority: 1,
    field: 'leaCode',
    title: 'The authority of a guarantee isn’t known',
    help: 'It is the number of an English authority.',
    unconfirmed: 'whether 000 to 004 may stand here; they may',
    breaks: ({ guaranteeYear11, guaranteeYear12 }) =>
      [guaranteeYear11, guaranteeYear12].some((block) => block !== undefined && !isKnown(block)),
  },
  {
    code: '905',
    group: 'guarantee',
    priority: 1,
    field: 'guaranteeStatus',
    title: 'Under the guarantee, and its status or authority is missing',
    help: 'Enter the status, or 159 where it isn’t recorded yet, and the authority.',
    unconfirmed: 'the months in which each year’s guarantee is asked for, and when P stopped to be asked',
    breaks: (person, context) => {
      const { cohortStatus } = person;
      // From October 2019 on the public checker asks G alone; before, P too.
      const isAsked =
        cohortStatus === 'G' || (cohortStatus === 'P' && (context.periodEnd ?? '') < FROM_THEN_G_ALONE);
      return isAsked && lacksDue(person, context);
    },
  },
  {
    code: '906',
    group: 'guarantee',
    priority: 1,
    field: 'guaranteeStatusIndicator',
    title: 'Said to be under the guarantee, and its status or authority is missing',
    help: 'Enter both, or set the indicator to N.',
    breaks: (person, context) => {
      if (person.guaranteeStatusIndicator !== 'Y') return false;
      const { guaranteeYear11, guaranteeYear12 } = person;
      return lacksDue(person, context) || (!isWhole(guaranteeYear11) && !isWhole(guaranteeYear12));
    },
  },
  {
    code: '301',
    group: 'guarantee',
    priority: 2,
    field: 'intendedDestinationYr11',
    to: '2020-03-31',
    title: 'No intended destination in Year 11',
    help: 'Enter it, or 611 where it was not obtained.',
    unconfirmed: 'whether it was for others than Year 11 too',
    breaks: ({ intendedDestinationYr11 }, { age }) => age === 15 && intendedDestinationYr11 === undefined,
  },
  {
    code: '302',
    group: 'guarantee',
    priority: 2,
    field: 'intendedDestinationYr11',
    title: 'The intended destination isn’t known',
    help: 'Correct it by the list of the year.',
    breaks: ({ intendedDestinationYr11: code }) => code !== undefined && !nccisIntendedDestinations.has(code),
  },
];
