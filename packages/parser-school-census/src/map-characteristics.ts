import {
  type FsmSpell,
  type LookedAfter,
  type SenNeed,
  senNeedKey,
  type SenProvision,
  type ServiceChild,
  spellKey,
} from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { ElementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';
import type { PutBy } from './record-draft.js';

const MOST_RANK = 999;

function spellDate(field: 'startDate' | 'endDate'): ReadField<FsmSpell> {
  return (spell, element, draft) => {
    const date = draft.date(element, field);
    if (date !== undefined) spell[field] = date;
  };
}

const FSM_PERIOD_FIELDS = new ElementFields<FsmSpell>({
  FSMstartDate: spellDate('startDate'),
  FSMendDate: spellDate('endDate'),
  UKcountry: (spell, element, draft) => {
    const country = draft.code(element, 'country');
    if (country !== undefined) spell.country = country;
  },
  // from CTF 26; whether the census has them is unconfirmed
  FSMCategory: (_, element, draft) => {
    draft.keep(element);
  },
  FSMEligibilityVerificationDate: (_, element, draft) => {
    draft.keep(element);
  },
});

interface Listing {
  readonly context: PupilContext;
  count: number;
}

function mapFsmPeriod(listing: Listing, element: XmlElement): void {
  const { context } = listing;
  const { draft } = context;
  const provenance = context.begin(element, ++listing.count);
  const spell: FsmSpell = { kind: 'fsm-spell', key: '', provenance, pupilKey: context.key };
  context.file.setSchool(spell);
  readRecord(element, FSM_PERIOD_FIELDS, spell, draft);
  const { startDate, endDate, country } = spell;
  if (startDate === undefined) {
    if (draft.isUnreadable('startDate') || (endDate === undefined && country === undefined)) {
      context.unreadable('fsm-spell', element, provenance, 'startDate');
      return;
    }
    draft.issue('census-start-date-missing', element, 'startDate');
  }
  spell.key = spellKey(context.key, startDate, country);
  draft.finish(spell);
}

const FSM_FIELDS: ElementFields<Listing> = new ElementFields<Listing>(
  {},
  {
    FSMperiod: mapFsmPeriod,
    FSMinstance: mapFsmPeriod,
    FSMperiods: (listing, element, draft) => {
      readContainer(element, FSM_FIELDS, listing, draft);
    },
  },
);

/** `FSMperiods`, or what stands around it. */
export function mapFsmPeriods(context: PupilContext, element: XmlElement): void {
  readContainer(element, FSM_FIELDS, { context, count: 0 }, context.pupil);
}

/** Eligible yes or no on census day, as older returns have it. */
export function mapFsmEligible(context: PupilContext, item: PutBy): void {
  const { draft } = context;
  const provenance = context.beginLoose(item);
  const eligible = draft.flag(item.element, 'eligible');
  if (eligible === undefined && !draft.hasUnreadable) return;
  const spell: FsmSpell = {
    kind: 'fsm-spell',
    key: spellKey(context.key, undefined),
    provenance,
    pupilKey: context.key,
  };
  context.file.setSchool(spell);
  if (eligible !== undefined) spell.eligible = eligible;
  draft.finish(spell);
}

/** `SENprovision` on census day; the census has no dates of it. */
export function mapSenProvision(context: PupilContext, item: PutBy): void {
  const { draft } = context;
  const provenance = context.beginLoose(item);
  const provision = draft.code(item.element, 'provision');
  if (provision === undefined && !draft.hasUnreadable) return;
  const record: SenProvision = {
    kind: 'sen-provision',
    key: spellKey(context.key, undefined, provision),
    provenance,
    pupilKey: context.key,
  };
  context.file.setSchool(record);
  if (provision !== undefined) record.provision = provision;
  draft.finish(record);
}

const SEN_NEED_FIELDS = new ElementFields<SenNeed>({
  SENtypeRank: (need, element, draft) => {
    const rank = draft.integer(element, 'rank', 1, MOST_RANK);
    if (rank !== undefined) need.rank = rank;
  },
  SENtype: (need, element, draft) => {
    const type = draft.code(element, 'need');
    if (type !== undefined) need.need = type;
  },
});

const SEN_NEEDS_FIELDS = new ElementFields<Listing>(
  {},
  {
    SENneed: (listing, element) => {
      const { context } = listing;
      const { draft } = context;
      const provenance = context.begin(element, ++listing.count);
      const need: SenNeed = { kind: 'sen-need', key: '', provenance, pupilKey: context.key };
      context.file.setSchool(need);
      readRecord(element, SEN_NEED_FIELDS, need, draft);
      if (need.need === undefined && need.rank === undefined) {
        context.unreadable('sen-need', element, provenance, 'need');
        return;
      }
      need.key = senNeedKey(context.key, need);
      draft.finish(need);
    },
  },
);

export function mapSenNeeds(context: PupilContext, element: XmlElement): void {
  readContainer(element, SEN_NEEDS_FIELDS, { context, count: 0 }, context.pupil);
}

/** In care now, or how the pupil left care. */
export function mapLookedAfter(
  context: PupilContext,
  inCare: PutBy | undefined,
  postLookedAfter: PutBy | undefined,
): void {
  const { draft } = context;
  const first = inCare ?? postLookedAfter;
  if (first === undefined) return;
  const record: LookedAfter = {
    kind: 'looked-after',
    key: spellKey(context.key, undefined),
    provenance: context.beginLoose(first),
    pupilKey: context.key,
  };
  context.file.setSchool(record);
  if (inCare !== undefined) {
    const flag = draft.flag(draft.resume(inCare), 'inCare');
    if (flag !== undefined) record.inCare = flag;
  }
  if (postLookedAfter !== undefined) {
    const code = draft.code(draft.resume(postLookedAfter), 'postLookedAfter');
    if (code !== undefined) record.postLookedAfter = code;
  }
  if (record.inCare === undefined && record.postLookedAfter === undefined && !draft.hasUnreadable) return;
  draft.finish(record);
}

/** Y, N, U, R; a boolean, which old writers sent, is read as Y or N. */
export function mapServiceChild(context: PupilContext, item: PutBy): void {
  const { draft } = context;
  const provenance = context.beginLoose(item);
  const sent = draft.code(item.element, 'indicator');
  if (sent === undefined && !draft.hasUnreadable) return;
  const record: ServiceChild = {
    kind: 'service-child',
    key: spellKey(context.key, undefined),
    provenance,
    pupilKey: context.key,
  };
  context.file.setSchool(record);
  if (sent !== undefined) {
    const indicator = sent === 'true' || sent === '1' ? 'Y' : sent === 'false' || sent === '0' ? 'N' : sent;
    if (indicator !== sent) draft.sent('indicator', sent);
    record.indicator = indicator;
  }
  draft.finish(record);
}
