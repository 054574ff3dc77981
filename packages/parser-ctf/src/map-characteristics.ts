import {
  type FsmSpell,
  type LookedAfter,
  type PupilPremium,
  pupilPremiumReasons,
  type ServiceChild,
  spellKey,
} from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { elementFields, readContainer, readRecord } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';

const FSM_INSTANCE_FIELDS = elementFields<FsmSpell>({
  FSMstartDate: (spell, element, draft) => {
    const date = draft.date(element, 'startDate');
    if (date !== undefined) spell.startDate = date;
  },
  FSMendDate: (spell, element, draft) => {
    const date = draft.date(element, 'endDate');
    if (date !== undefined) spell.endDate = date;
  },
  UKcountry: (spell, element, draft) => {
    const country = draft.code(element, 'country');
    if (country !== undefined) spell.country = country;
  },
  // from CTF 26; canonical records have no field for them
  FSMEligibilityVerificationDate: (_, element, draft) => {
    draft.keep(element);
  },
  FSMCategory: (_, element, draft) => {
    draft.keep(element);
  },
});

interface FsmHistory {
  readonly context: PupilContext;
  readonly spells: FsmSpell[];
  count: number;
  review: XmlElement | undefined;
}

function mapFsmInstance(history: FsmHistory, element: XmlElement): void {
  const { context } = history;
  const path = `/FSMhistory/FSMinstance[${++history.count}]`;
  const provenance = context.begin(element, path, '/FSMhistory/FSMinstance');
  const spell: FsmSpell = { kind: 'fsm-spell', key: '', provenance, pupilKey: context.key };
  context.setSchool(spell);
  readRecord(element, FSM_INSTANCE_FIELDS, spell, context.draft);
  const { startDate, endDate, country } = spell;
  if (startDate === undefined) {
    if (context.draft.isUnreadable('startDate') || (endDate === undefined && country === undefined)) {
      context.unreadable('fsm-spell', element, provenance, 'startDate');
      return;
    }
    context.draft.issue('ctf-start-date-missing', element, 'startDate');
  }
  spell.key = spellKey(context.key, startDate, country);
  context.draft.finish(spell);
  history.spells.push(spell);
}

const FSM_HISTORY_FIELDS = elementFields<FsmHistory>(
  {
    FSMreviewDate: (history, element) => {
      history.review = element;
    },
  },
  { FSMinstance: mapFsmInstance },
);

/** The spell that a review is about: one without an end before one with, then the one that began last. */
function newestSpell(spells: readonly FsmSpell[]): FsmSpell | undefined {
  let newest: FsmSpell | undefined;
  for (const spell of spells) {
    if (newest === undefined) newest = spell;
    else if ((spell.endDate === undefined) !== (newest.endDate === undefined)) {
      if (spell.endDate === undefined) newest = spell;
    } else if ((spell.startDate ?? '') >= (newest.startDate ?? '')) newest = spell;
  }
  return newest;
}

/** `FSMhistory`: DfE, CTF specification, section 3.1.5. */
export function mapFsmHistory(context: PupilContext, element: XmlElement): void {
  const history: FsmHistory = { context, spells: [], count: 0, review: undefined };
  readContainer(element, FSM_HISTORY_FIELDS, history, context.pupil);
  const { review } = history;
  if (review === undefined) return;
  const spell = newestSpell(history.spells);
  context.pupil.enter(element.name);
  const date = context.pupil.date(review, 'fsmReviewDate');
  if (date !== undefined) {
    if (spell === undefined) context.pupil.keep(review);
    else spell.reviewDate = date;
  }
  context.pupil.leave();
}

const LOOKED_AFTER_FIELDS = elementFields<LookedAfter>({
  InCare: (record, element, draft) => {
    const inCare = draft.flag(element, 'inCare');
    if (inCare !== undefined) record.inCare = inCare;
  },
  CareAuthority: (record, element, draft) => {
    const authority = draft.text(element, 'careAuthority');
    if (authority !== undefined) record.careAuthority = authority;
  },
});

/** `LookedAfter`: DfE, CTF specification, section 3.1.7. */
export function mapLookedAfter(context: PupilContext, element: XmlElement): void {
  if (element.children.length === 0) {
    if (element.text.trim() !== '') context.pupil.keepUnknown(element);
    return;
  }
  const provenance = context.begin(element, '/LookedAfter', '/LookedAfter');
  const record: LookedAfter = {
    kind: 'looked-after',
    key: spellKey(context.key, undefined),
    provenance,
    pupilKey: context.key,
  };
  context.setSchool(record);
  readRecord(element, LOOKED_AFTER_FIELDS, record, context.draft);
  context.draft.finish(record);
}

/** `ServiceChild`: item 100330 of the CBDS, in CTF from version 17; its name in CTF is unconfirmed. */
export function mapServiceChild(context: PupilContext, element: XmlElement): void {
  if (element.children.length > 0) {
    context.pupil.keepUnknown(element);
    return;
  }
  const provenance = context.begin(element, '/ServiceChild', '/ServiceChild');
  const record: ServiceChild = {
    kind: 'service-child',
    key: spellKey(context.key, undefined),
    provenance,
    pupilKey: context.key,
  };
  context.setSchool(record);
  const sent = context.draft.code(element, 'indicator');
  if (sent === undefined && !context.draft.isUnreadable('indicator')) return;
  if (sent !== undefined) {
    const indicator = sent === 'true' || sent === '1' ? 'Y' : sent === 'false' || sent === '0' ? 'N' : sent;
    if (indicator !== sent) context.draft.sent('indicator', sent);
    record.indicator = indicator;
  }
  context.draft.finish(record);
}

const PUPIL_PREMIUM_FIELDS = elementFields<PupilPremium>({
  StartDate: (record, element, draft) => {
    const date = draft.date(element, 'startDate');
    if (date !== undefined) record.startDate = date;
  },
  EndDate: (record, element, draft) => {
    const date = draft.date(element, 'endDate');
    if (date !== undefined) record.endDate = date;
  },
  Eligible: (record, element, draft) => {
    const eligible = draft.flag(element, 'eligible');
    if (eligible !== undefined) record.eligible = eligible;
  },
  Reason: (record, element, draft) => {
    const reason = draft.code(element, 'reason');
    if (reason !== undefined) record.reason = reason;
  },
  FTE: (record, element, draft) => {
    const fte = draft.number(element, 'fte');
    if (fte !== undefined) record.fte = fte;
  },
});

/** `PupilPremium`: no public document shows one in a CTF; a plain value or a container is read. */
export function mapPupilPremium(context: PupilContext, element: XmlElement): void {
  if (element.children.length === 0 && element.text.trim() === '') return;
  const { draft } = context;
  const provenance = context.begin(element, '/PupilPremium', '/PupilPremium');
  const record: PupilPremium = { kind: 'pupil-premium', key: '', provenance, pupilKey: context.key };
  context.setSchool(record);
  if (element.children.length > 0) readRecord(element, PUPIL_PREMIUM_FIELDS, record, draft);
  else if (pupilPremiumReasons.has(element.text.trim())) record.reason = element.text.trim();
  else {
    const eligible = draft.flag(element, 'eligible');
    if (eligible !== undefined) record.eligible = eligible;
  }
  if (draft.isUnreadable('startDate')) {
    context.unreadable('pupil-premium', element, provenance, 'startDate');
    return;
  }
  record.key = spellKey(context.key, record.startDate, record.reason);
  draft.finish(record);
}
