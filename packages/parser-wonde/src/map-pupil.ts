import { enrolmentKey, joinKey, pupilKey, type Unreadable } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { finite, type JsonObject, type WondeItem } from './json.js';
import { mapContact } from './map-contact.js';
import { mapNeed } from './map-need.js';
import { mapResult } from './map-result.js';
import { pupilMembers, settlePupil } from './pupil-members.js';
import { PupilTarget } from './pupil-target.js';
import { readMembers } from './read-members.js';
import { RecordDraft } from './record-draft.js';

/** What an object gave. */
export interface Mapped {
  /** Undefined where there is no pupil. */
  readonly key: string | undefined;
  readonly items: readonly Item[];
}

/** A pupil with the registration at the school and everything that was included. */
export function mapPupil(context: FileContext, item: WondeItem): Mapped {
  const draft = new RecordDraft(context, item);
  const target = new PupilTarget(draft);
  readMembers(item.value, pupilMembers, target, draft);
  settlePupil(target, draft);
  const { pupil } = target;
  const ids = pupil.supplierIds;
  const key = pupilKey({ ...pupil, supplierId: ids?.id ?? ids?.upi ?? ids?.mis_id });
  if (key === undefined) return { key, items: unidentified(item, draft) };
  pupil.key = key;
  if (ids?.id !== undefined) context.addPupil(ids.id, key);
  const items = draft.finish(pupil);
  if (target.registered) items.push(...finishEnrolment(item, target, key));
  items.push(...target.finishSpells(key));
  target.needs.forEach((need, i) => {
    items.push(...mapNeed(context, within(item, 'sen_needs', i, need), key));
  });
  target.contacts.forEach((contact, i) => {
    items.push(...mapContact(context, within(item, 'contacts', i, contact), key));
  });
  target.results.forEach((result, i) => {
    items.push(...mapResult(context, within(item, 'results', i, result), key));
  });
  return { key, items };
}

/** An object of an include; line and column are the pupil's. */
function within(item: WondeItem, name: string, index: number, value: JsonObject): WondeItem {
  return { value, path: `${item.path}/${name}/data/${index}`, line: item.line, column: item.column };
}

function finishEnrolment(item: WondeItem, { enrolment, registration }: PupilTarget, key: string): Item[] {
  enrolment.pupilKey = key;
  // Whether a leaving date lies ahead can't be told without a today
  if (enrolment.leavingDate === undefined && !registration.isUnreadable('leavingDate'))
    enrolment.current = true;
  if (registration.isUnreadable('entryDate')) {
    const unreadable: Unreadable = {
      kind: 'unreadable',
      key: joinKey(key, 'enrolment', item.path),
      ...registration.base,
      provenance: registration.provenance,
      intended: 'enrolment',
      pupilKey: key,
      raw: finite(item.value.education_details ?? null),
    };
    registration.issue('wonde-record-unidentified', 'entryDate');
    return registration.standIn(unreadable);
  }
  enrolment.key = enrolmentKey(key, enrolment);
  return registration.finish(enrolment);
}

function unidentified(item: WondeItem, draft: RecordDraft): Item[] {
  const unreadable: Unreadable = {
    kind: 'unreadable',
    key: joinKey('pupil', item.path),
    ...draft.base,
    provenance: draft.provenance,
    intended: 'pupil',
    raw: finite(item.value),
  };
  draft.issue('wonde-pupil-unidentified', 'upn');
  return draft.standIn(unreadable);
}
