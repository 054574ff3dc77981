import { type FsmSpell, spellKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import { linkFields, mapLinked } from './linked-item.js';
import type { Lookups } from './lookups.js';
import type { ListItem } from './node.js';
import type { PupilItems } from './pupil-link.js';
import { type Fields, type ReadField, readFields } from './read-fields.js';
import { RecordDraft } from './record-draft.js';

function date(field: 'startDate' | 'endDate' | 'reviewDate'): ReadField<FsmSpell> {
  return (spell, value, draft) => {
    const day = draft.date(field, value);
    if (day !== undefined) spell[field] = day;
  };
}

const eligible: ReadField<FsmSpell> = (spell, value, draft) => {
  const flag = draft.flag('eligible', value);
  if (flag !== undefined) spell.eligible = flag;
};

/** No public document shows an entry of this register: these names are likely ones (docs/formats/isams.md). */
const fields: Fields<FsmSpell> = {
  values: new Map<string, ReadField<FsmSpell>>([
    ...linkFields<FsmSpell>(),
    ['startdate', date('startDate')],
    ['datefrom', date('startDate')],
    ['enddate', date('endDate')],
    ['dateto', date('endDate')],
    ['reviewdate', date('reviewDate')],
    ['eligible', eligible],
    ['iseligible', eligible],
    ['freeschoolmeals', eligible],
  ]),
  kept: new Set(['@id', 'id', 'notes', 'lastupdated']),
};

/** An entry of the register of free school meals. */
export function mapMeals(
  context: FileContext,
  lookups: Lookups,
  item: ListItem,
  isLast: boolean,
): PupilItems[] | undefined {
  return mapLinked(context, lookups, item, isLast, 'fsm-spell', (pupilKey): Item[] | { missing: string } => {
    const { school } = context.options;
    const spell: FsmSpell = {
      kind: 'fsm-spell',
      key: '',
      ...(school === undefined ? {} : { school }),
      provenance: { file: context.file, place: placeOfItem(item) },
      pupilKey,
    };
    const draft = new RecordDraft(context, item);
    readFields(item.element, fields, spell, draft);
    if (draft.isUnreadable('startDate')) return { missing: 'StartDate' };
    spell.key = spellKey(pupilKey, spell.startDate);
    return draft.finish(spell);
  });
}
