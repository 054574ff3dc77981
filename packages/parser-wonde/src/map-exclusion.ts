import { type Exclusion, exclusionKey, type JsonValue } from '@rollbook/model';
import { type Item, readDaysAsSessions, readSession } from '@rollbook/parser-kit';
import { codeReaders } from './code-readers.js';
import type { FileContext } from './file-context.js';
import { includedObject, isObject, trimmed, type WondeItem } from './json.js';
import { linkMembers } from './pupil-link.js';
import { keepMember, type Members, namesTo, passOver, type ReadMember, readMembers } from './read-members.js';
import { RecordDraft } from './record-draft.js';
import { unreadableItem } from './unreadable-item.js';

type Read = ReadMember<Exclusion>;

/** Code, name or description of something that is a value or an object. */
function wordOf(value: JsonValue): JsonValue {
  const object = includedObject(value);
  return object === undefined ? value : (object.code ?? object.name ?? object.description ?? value);
}

const category: Read = (target, value, draft, name) => {
  const code = draft.codeOf(codeReaders.category, 'category', name, wordOf(value));
  if (code !== undefined) target.category = code;
};

const reasons: Read = (target, value, draft, name) => {
  const inner = isObject(value) && Array.isArray(value.data) ? value.data : value;
  for (const each of Array.isArray(inner) ? inner : [inner]) {
    const list = (target.reasons ??= []);
    const code = draft.codeOf(codeReaders.reason, `reasons.${list.length}`, name, wordOf(each));
    if (code !== undefined && !list.includes(code)) list.push(code);
  }
  if (target.reasons?.length === 0) delete target.reasons;
};

function date(field: 'startDate' | 'endDate'): Read {
  return (target, value, draft, name) => {
    const day = draft.date(field, name, value);
    if (day !== undefined) target[field] = day;
  };
}

function session(field: 'startSession' | 'endSession'): Read {
  return (target, value, draft, name) => {
    const text = draft.text(field, name, value);
    const read = text === undefined ? undefined : readSession(text);
    if (read !== undefined) target[field] = read;
    else draft.keep(name, value);
    if (read !== undefined && read !== text) draft.sent(field, text as string);
  };
}

const days: Read = (target, value, draft, name) => {
  const text = trimmed(value);
  const sessions = text === undefined ? undefined : readDaysAsSessions(text);
  if (sessions === undefined) {
    draft.fail('wonde-number-unreadable', 'sessions', name, value);
    return;
  }
  target.sessions ??= sessions;
  draft.keep(name, value);
};

/** The names are tried: only the address `exclusions` is public. */
const members: Members<Exclusion> = new Map<string, Read>([
  ...linkMembers,
  ...namesTo<Exclusion>(category, 'type', 'exclusion_type', 'category'),
  ...namesTo<Exclusion>(reasons, 'reason', 'reasons', 'exclusion_reason'),
  ['start_date', date('startDate')],
  ['end_date', date('endDate')],
  ['start_session', session('startSession')],
  ['end_session', session('endSession')],
  [
    'sessions',
    (target, value, draft, name) => {
      const sessions = draft.integer('sessions', name, value, 0);
      if (sessions !== undefined) target.sessions = sessions;
    },
  ],
  ['days', days],
  [
    'comment',
    (target, value, draft, name) => {
      const text = draft.text('comment', name, value);
      if (text !== undefined) target.comment = text;
    },
  ],
  ...namesTo<Exclusion>(passOver, 'created_at', 'updated_at', 'restored_at'),
  ...namesTo<Exclusion>(keepMember, 'id', 'mis_id', 'upi'),
]);

/** A suspension or exclusion. */
export function mapExclusion(context: FileContext, item: WondeItem, pupilKey: string): Item[] {
  const draft = new RecordDraft(context, item);
  const record: Exclusion = {
    kind: 'exclusion',
    key: '',
    ...draft.base,
    provenance: draft.provenance,
    pupilKey,
  };
  readMembers(item.value, members, record, draft);
  if (record.startDate === undefined)
    return unreadableItem(draft, 'exclusion', {
      code: 'wonde-record-unidentified',
      field: 'startDate',
      pupilKey,
    });
  record.key = exclusionKey(pupilKey, record);
  return draft.finish(record);
}
