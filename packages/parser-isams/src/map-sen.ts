import { type SenNeed, senNeedKey, type SenProvision, spellKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { needTexts, provisionTexts } from './code-texts.js';
import { type FileContext, placeOfItem } from './file-context.js';
import { linkFields, mapLinked } from './linked-item.js';
import type { Lookups } from './lookups.js';
import type { ListItem } from './node.js';
import type { PupilItems } from './pupil-link.js';
import { type Fields, type ReadField, readFields } from './read-fields.js';
import { RecordDraft } from './record-draft.js';

interface SenTarget {
  readonly provision: SenProvision;
  readonly need: SenNeed;
  /** What was sent for the need, and issues about it. */
  readonly needDraft: RecordDraft;
}

const provision: ReadField<SenTarget> = (target, value, draft) => {
  const code = draft.codeOf(provisionTexts, 'provision', value);
  if (code !== undefined) target.provision.provision = code;
};

const need: ReadField<SenTarget> = (target, value) => {
  const code = target.needDraft.codeOf(needTexts, 'need', value);
  if (code !== undefined) target.need.need = code;
};

const rank: ReadField<SenTarget> = (target, value) => {
  const number = target.needDraft.integer('rank', value, 1, 999);
  if (number !== undefined) target.need.rank = number;
};

function date(field: 'startDate' | 'endDate'): ReadField<SenTarget> {
  return (target, value, draft) => {
    const day = draft.date(field, value);
    if (day === undefined) return;
    target.provision[field] = day;
    target.need[field] = day;
    if (day !== value.raw) target.needDraft.sent(field, value.raw);
  };
}

/** No public document shows an entry of the register: these names are likely ones (docs/formats/isams.md). */
const fields: Fields<SenTarget> = {
  values: new Map<string, ReadField<SenTarget>>([
    ...linkFields<SenTarget>(),
    ['senstatus', provision],
    ['status', provision],
    ['provision', provision],
    ['senprovision', provision],
    ['sentype', need],
    ['type', need],
    ['need', need],
    ['needtype', need],
    ['rank', rank],
    ['priority', rank],
    ['startdate', date('startDate')],
    ['datefrom', date('startDate')],
    ['enddate', date('endDate')],
    ['dateto', date('endDate')],
    [
      'description',
      ({ need: record, needDraft }, value) => {
        record.description = needDraft.text('description', value);
      },
    ],
  ]),
  kept: new Set(['@id', 'id', 'notes', 'pupil', 'lastupdated']),
};

/** An entry of the SEN register: the provision, the need, or both. */
export function mapSen(
  context: FileContext,
  lookups: Lookups,
  item: ListItem,
  isLast: boolean,
): PupilItems[] | undefined {
  return mapLinked(
    context,
    lookups,
    item,
    isLast,
    'sen-provision',
    (pupilKey): Item[] | { missing: string } => {
      const { school } = context.options;
      const base = {
        key: '',
        ...(school === undefined ? {} : { school }),
        provenance: { file: context.file, place: placeOfItem(item) },
        pupilKey,
      };
      const draft = new RecordDraft(context, item);
      const target: SenTarget = {
        provision: { kind: 'sen-provision', ...base },
        need: { kind: 'sen-need', ...base },
        needDraft: new RecordDraft(context, item),
      };
      readFields(item.element, fields, target, draft);
      const items: Item[] = [];
      const { startDate, provision: code } = target.provision;
      if (code !== undefined && !draft.isUnreadable('startDate')) {
        target.provision.key = spellKey(pupilKey, startDate, code);
        items.push(...draft.finish(target.provision));
      }
      if (target.need.need !== undefined || target.need.rank !== undefined) {
        target.need.key = senNeedKey(pupilKey, target.need);
        const own = target.needDraft.finish(target.need);
        // Extensions and issues of the entry are the provision's where there is one.
        items.push(...own, ...(items.length === 0 ? draft.extend(target.need) : []));
      }
      return items.length === 0 ? { missing: 'SenStatus' } : items;
    },
  );
}
