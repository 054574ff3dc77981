import { type Enrolment, enrolmentKey } from '@rollbook/model';
import { elementToJson } from '@rollbook/parser-kit';
import { addJson, type JsonObject } from './element-json.js';
import type { ReadField } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';
import type { PutBy } from './record-draft.js';

const LONGEST_YEAR_GROUP = 4;

function date(field: 'entryDate' | 'leavingDate'): ReadField<Enrolment> {
  return (enrolment, element, draft) => {
    const value = draft.date(element, field);
    if (value !== undefined) enrolment[field] = value;
  };
}

function code(field: 'status' | 'boarder' | 'leavingReason'): ReadField<Enrolment> {
  return (enrolment, element, draft) => {
    const value = draft.code(element, field);
    if (value !== undefined) enrolment[field] = value;
  };
}

const yearGroup: ReadField<Enrolment> = (enrolment, element, draft) => {
  const value = draft.code(element, 'yearGroup', LONGEST_YEAR_GROUP);
  if (value !== undefined) enrolment.yearGroup = value;
};

const keep: ReadField<Enrolment> = (_, element, draft) => {
  draft.keep(element);
};

/** Items of a registration, which stand in `PupilStatus` as a rule; by their names in lower case. */
const READERS: ReadonlyMap<string, ReadField<Enrolment>> = new Map<string, ReadField<Enrolment>>([
  ['enrolstatus', code('status')],
  ['entrydate', date('entryDate')],
  ['leavingdate', date('leavingDate')],
  ['leavingreason', code('leavingReason')],
  [
    'parttime',
    (enrolment, element, draft) => {
      const partTime = draft.flag(element, 'partTime');
      if (partTime !== undefined) enrolment.partTime = partTime;
    },
  ],
  ['boarder', code('boarder')],
  ['ncyearactual', yearGroup],
  // of pupils who left
  ['ncyearleaving', yearGroup],
  ['classtype', keep],
  ['typeofclass', keep],
]);

export const enrolmentItems: readonly string[] = [...READERS.keys()];

function rawOf(items: readonly PutBy[]): JsonObject {
  const raw: JsonObject = {};
  for (const { element } of items) addJson(raw, element.name, elementToJson(element));
  return raw;
}

/**
 * The registration at the school of the return. That of a pupil no longer on roll is not `current`, and has the
 * date of leaving.
 */
export function mapEnrolment(context: PupilContext, items: readonly PutBy[]): void {
  const { draft, file } = context;
  const first = items[0];
  if (first === undefined) return;
  const provenance = context.beginLoose(first);
  const enrolment: Enrolment = {
    kind: 'enrolment',
    key: '',
    provenance,
    pupilKey: context.key,
    current: context.onRoll,
  };
  file.setSchool(enrolment);
  if (file.school !== undefined) enrolment.attended = file.school;
  for (const item of items) {
    READERS.get(item.element.name.toLowerCase())?.(enrolment, draft.resume(item), draft);
  }
  draft.resume(first);
  if (draft.isUnreadable('entryDate')) {
    context.unreadable('enrolment', first.element, provenance, 'entryDate', rawOf(items));
    return;
  }
  if (!context.onRoll && enrolment.leavingDate === undefined && !draft.isUnreadable('leavingDate')) {
    draft.issue('census-leaving-date-missing', first.element, 'leavingDate');
  }
  enrolment.key = enrolmentKey(context.key, { attended: file.school, entryDate: enrolment.entryDate });
  draft.finish(enrolment);
}
