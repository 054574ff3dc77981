import { type SenNeed, senNeedKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { codeReaders } from './code-readers.js';
import type { FileContext } from './file-context.js';
import type { WondeItem } from './json.js';
import { keepMember, type Members, passOver, type ReadMember, readMembers } from './read-members.js';
import { RecordDraft } from './record-draft.js';
import { unreadableItem } from './unreadable-item.js';

type Read = ReadMember<SenNeed>;

const need: Read = (target, value, draft, name) => {
  const code = draft.codeOf(codeReaders.need, 'need', name, value);
  if (code !== undefined) target.need = code;
};

/** The names are tried: no public document has them. */
const members: Members<SenNeed> = new Map<string, Read>([
  ['code', need],
  ['need', need],
  [
    'rank',
    (target, value, draft, name) => {
      const rank = draft.integer('rank', name, value, 1);
      if (rank !== undefined) target.rank = rank;
    },
  ],
  [
    'description',
    (target, value, draft, name) => {
      const text = draft.text('description', name, value);
      if (text !== undefined) target.description = text;
    },
  ],
  [
    'start_date',
    (target, value, draft, name) => {
      const day = draft.date('startDate', name, value);
      if (day !== undefined) target.startDate = day;
    },
  ],
  [
    'end_date',
    (target, value, draft, name) => {
      const day = draft.date('endDate', name, value);
      if (day !== undefined) target.endDate = day;
    },
  ],
  ['id', keepMember],
  ['mis_id', keepMember],
  ['created_at', passOver],
  ['updated_at', passOver],
]);

/** An entry of the include `sen_needs`. */
export function mapNeed(context: FileContext, item: WondeItem, pupilKey: string): Item[] {
  const draft = new RecordDraft(context, item);
  const record: SenNeed = {
    kind: 'sen-need',
    key: '',
    ...draft.base,
    provenance: draft.provenance,
    pupilKey,
  };
  readMembers(item.value, members, record, draft);
  const { description } = record;
  // The description is of the DfE's list most often
  const known = description === undefined ? undefined : codeReaders.need.read(description);
  if (record.need === undefined && known !== undefined) record.need = known;
  if (record.need === undefined && record.rank === undefined && description === undefined)
    return unreadableItem(draft, 'sen-need', { code: 'wonde-record-unidentified', field: 'need', pupilKey });
  record.key = senNeedKey(pupilKey, { need: record.need ?? description, rank: record.rank });
  return draft.finish(record);
}
