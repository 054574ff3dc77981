import { type AssessmentResult, assessmentResultKey, joinKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { includedObject, trimmed, type WondeItem } from './json.js';
import { linkMembers } from './pupil-link.js';
import { keepMember, type Members, namesTo, passOver, type ReadMember, readMembers } from './read-members.js';
import { LONGEST_CODE, RecordDraft } from './record-draft.js';
import { unreadableItem } from './unreadable-item.js';

interface ResultTarget {
  result?: string;
  collected?: string;
  resultDate?: string;
  grade?: string;
  method?: string;
  /** Result set, by its name or id: which of several times the aspect was judged. */
  set?: string;
}

type Read = ReadMember<ResultTarget>;

const resultSet: Read = (target, value, draft, name) => {
  const object = includedObject(value);
  const set = trimmed(object === undefined ? value : (object.name ?? object.id));
  if (set !== undefined) target.set = set;
  draft.keep(name, value);
};

const members: Members<ResultTarget> = new Map<string, Read>([
  ...linkMembers,
  [
    'result',
    (target, value, draft, name) => {
      const text = draft.text('result', name, value);
      if (text !== undefined) target.result = text;
    },
  ],
  [
    'collection_date',
    (target, value, draft, name) => {
      const day = draft.date('resultDate', name, value);
      if (day !== undefined) target.collected = day;
    },
  ],
  [
    'result_date',
    (target, value, draft, name) => {
      const day = draft.date('resultDate', name, value);
      if (day !== undefined) target.resultDate = day;
    },
  ],
  [
    'aspect',
    (target, value, draft, name) => {
      const object = includedObject(value);
      const label = trimmed(object === undefined ? value : object.name);
      const id = trimmed(object === undefined ? value : object.id);
      const method = label !== undefined && label.length <= LONGEST_CODE ? label : id;
      if (method !== undefined && method.length <= LONGEST_CODE) target.method = method;
      // Type and what else an aspect has
      if (object !== undefined) draft.keep(name, value);
    },
  ],
  [
    'grade',
    (target, value, draft, name) => {
      const grade = trimmed(includedObject(value)?.value) ?? trimmed(value);
      if (grade !== undefined) target.grade = grade;
      draft.keep(name, value);
    },
  ],
  ...namesTo<ResultTarget>(resultSet, 'resultset', 'result_set'),
  ...namesTo<ResultTarget>(passOver, 'created_at', 'updated_at', 'restored_at'),
  ...namesTo<ResultTarget>(keepMember, 'id', 'mis_id', 'upi', 'min_value', 'max_value'),
]);

/** A result: the aspect says what was judged, the result set when. */
export function mapResult(context: FileContext, item: WondeItem, pupilKey: string): Item[] {
  const draft = new RecordDraft(context, item);
  const target: ResultTarget = {};
  readMembers(item.value, members, target, draft);
  const { method, set } = target;
  if (method === undefined)
    return unreadableItem(draft, 'assessment-result', {
      code: 'wonde-record-unidentified',
      field: 'method',
      pupilKey,
    });
  const result = target.result ?? target.grade;
  const resultDate = target.resultDate ?? target.collected;
  const key = assessmentResultKey(pupilKey, { method, resultDate });
  const record: AssessmentResult = {
    kind: 'assessment-result',
    // Without the set the autumn's result would take the place of the summer's
    key: set === undefined ? key : `${key}|${joinKey(set)}`,
    ...draft.base,
    provenance: draft.provenance,
    pupilKey,
    method,
    ...(result === undefined ? {} : { result }),
    ...(resultDate === undefined ? {} : { resultDate }),
  };
  return draft.finish(record);
}
