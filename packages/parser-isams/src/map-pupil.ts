import {
  enrolmentKey,
  joinKey,
  pupilKey,
  type Enrolment,
  type Pupil,
  type Unreadable,
} from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import type { Lookups } from './lookups.js';
import { elementJson, type ListItem } from './node.js';
import { readPupilFields, type PupilTarget } from './pupil-fields.js';
import { RecordDraft } from './record-draft.js';

/** What an item of a list of pupils gave. */
export interface MappedPupil {
  /** Undefined for a pupil that nothing tells from others. */
  readonly key: string | undefined;
  readonly items: readonly Item[];
}

/**
 * A pupil and the registration at the school, or undefined for one who has not started yet.
 *
 * @param current what the list says; a system status in the item comes before it
 */
export function mapPupil(
  context: FileContext,
  lookups: Lookups,
  item: ListItem,
  current: boolean,
): MappedPupil | undefined {
  const provenance = { file: context.file, place: placeOfItem(item) };
  const { school } = context.options;
  const base = school === undefined ? {} : { school };
  const pupil: Pupil = { kind: 'pupil', key: '', ...base, provenance };
  const enrolment: Enrolment = { kind: 'enrolment', key: '', ...base, provenance, pupilKey: '' };
  if (school !== undefined) enrolment.attended = school;
  const draft = new RecordDraft(context, item);
  const registration = new RecordDraft(context, item);
  const target: PupilTarget = { pupil, enrolment, registration, houseId: undefined, systemStatus: undefined };
  readPupilFields(target, draft);
  if (target.systemStatus === '0') return undefined;

  const { supplierIds } = pupil;
  const key = pupilKey({ ...pupil, supplierId: supplierIds?.schoolId ?? supplierIds?.id });
  if (key === undefined) return { key, items: unidentified(context, item, draft) };
  pupil.key = enrolment.pupilKey = key;
  lookups.addPupil(key, supplierIds?.schoolId, supplierIds?.id);
  enrolment.current = target.systemStatus === undefined ? current : target.systemStatus === '1';
  if (enrolment.house === undefined && target.houseId !== undefined) setHouse(lookups, target, draft);
  return { key, items: [...draft.finish(pupil), ...finishEnrolment(context, item, target)] };
}

function setHouse(
  lookups: Lookups,
  { enrolment, houseId = '', registration }: PupilTarget,
  draft: RecordDraft,
) {
  const name = lookups.houses.get(houseId);
  if (name !== undefined) {
    enrolment.house = name;
    registration.sent('house', houseId);
  } else if (draft.context.once('isams-house-unknown', '')) draft.issue('isams-house-unknown', 'house');
}

function finishEnrolment(
  context: FileContext,
  item: ListItem,
  { enrolment, registration }: PupilTarget,
): Item[] {
  const { pupilKey: pupil, provenance, school } = enrolment;
  if (registration.isUnreadable('entryDate')) {
    const unreadable: Unreadable = {
      kind: 'unreadable',
      key: joinKey(pupil, 'enrolment', item.path),
      ...(school === undefined ? {} : { school }),
      provenance,
      intended: 'enrolment',
      pupilKey: pupil,
      raw: elementJson(item.element),
    };
    registration.issue('isams-record-unidentified', 'entryDate');
    return registration.standIn(unreadable);
  }
  enrolment.key = enrolmentKey(pupil, enrolment);
  return registration.finish(enrolment);
}

function unidentified(context: FileContext, item: ListItem, draft: RecordDraft): Item[] {
  const { school } = context.options;
  const unreadable: Unreadable = {
    kind: 'unreadable',
    key: joinKey('pupil', item.path),
    ...(school === undefined ? {} : { school }),
    provenance: { file: context.file, place: placeOfItem(item) },
    intended: 'pupil',
    raw: elementJson(item.element),
  };
  draft.issue('isams-pupil-unidentified', 'upn');
  return draft.standIn(unreadable);
}
