import { type SenNeed, type SenProvision, senNeedKey, spellKey } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { elementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';

const MOST_RANK = 999;

function date<T extends SenNeed | SenProvision>(field: 'startDate' | 'endDate'): ReadField<T> {
  return (record, element, draft) => {
    const value = draft.date(element, field);
    if (value !== undefined) record[field] = value;
  };
}

const PROVISION_FIELDS = elementFields<SenProvision>({
  StartDate: date('startDate'),
  EndDate: date('endDate'),
  SENprovision: (record, element, draft) => {
    const provision = draft.code(element, 'provision');
    if (provision !== undefined) record.provision = provision;
  },
});

const NEED_FIELDS = elementFields<SenNeed>({
  NeedStartDate: date('startDate'),
  NeedEndDate: date('endDate'),
  SENtypeRank: (record, element, draft) => {
    const rank = draft.integer(element, 'rank', 1, MOST_RANK);
    if (rank !== undefined) record.rank = rank;
  },
  SENtype: (record, element, draft) => {
    const need = draft.code(element, 'need');
    if (need !== undefined) record.need = need;
  },
});

interface SenHistory {
  readonly context: PupilContext;
  provisions: number;
  needs: number;
}

function mapProvision(history: SenHistory, element: XmlElement): void {
  const { context } = history;
  const path = `/SENhistory/SEN[${++history.provisions}]`;
  const provenance = context.begin(element, path, '/SENhistory/SEN');
  const record: SenProvision = { kind: 'sen-provision', key: '', provenance, pupilKey: context.key };
  context.setSchool(record);
  readRecord(element, PROVISION_FIELDS, record, context.draft);
  const { startDate, provision } = record;
  if (context.draft.isUnreadable('startDate')) {
    context.unreadable('sen-provision', element, provenance, 'startDate');
    return;
  }
  if (provision === undefined && startDate === undefined) {
    context.unreadable('sen-provision', element, provenance, 'provision');
    return;
  }
  if (startDate === undefined) context.draft.issue('ctf-start-date-missing', element, 'startDate');
  record.key = spellKey(context.key, startDate, provision);
  context.draft.finish(record);
}

function mapNeed(history: SenHistory, element: XmlElement): void {
  const { context } = history;
  const path = `/SENhistory/SENneeds/SENneed[${++history.needs}]`;
  const provenance = context.begin(element, path, '/SENhistory/SENneeds/SENneed');
  const record: SenNeed = { kind: 'sen-need', key: '', provenance, pupilKey: context.key };
  context.setSchool(record);
  readRecord(element, NEED_FIELDS, record, context.draft);
  if (record.need === undefined && record.rank === undefined) {
    context.unreadable('sen-need', element, provenance, 'need');
    return;
  }
  record.key = senNeedKey(context.key, record);
  context.draft.finish(record);
}

const NEEDS_FIELDS = elementFields<SenHistory>({}, { SENneed: mapNeed });

const HISTORY_FIELDS = elementFields<SenHistory>(
  {},
  {
    SEN: mapProvision,
    SENneeds: (history, element, draft) => {
      readContainer(element, NEEDS_FIELDS, history, draft);
    },
    SENneed: mapNeed,
  },
);

/** `SENhistory`: DfE, CTF specification, section 3.1.9. */
export function mapSenHistory(context: PupilContext, element: XmlElement): void {
  readContainer(element, HISTORY_FIELDS, { context, provisions: 0, needs: 0 }, context.pupil);
}

/** `SENneeds` that stand beside the history and not in it. */
export function mapSenNeeds(context: PupilContext, element: XmlElement): void {
  readContainer(element, NEEDS_FIELDS, { context, provisions: 0, needs: 0 }, context.pupil);
}
