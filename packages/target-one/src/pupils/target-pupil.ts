import type { CanonicalRecord, Contact, Pupil, RecordKind } from '@rollbook/model';

/** A pupil of one school with all that is to be sent about it: what every file for ONE is written from. */
export interface TargetPupil {
  /** LAESTAB of the school whose pupil it is; null for a pupil under no known school. */
  readonly school: string | null;
  readonly key: string;
  readonly pupil: Pupil;
  /** All other records about it. */
  readonly records: readonly CanonicalRecord[];
  /** GUID of the pupil, the same in every file and for ever: ONE matches on it first. */
  readonly guid: string | null;
  /** GUIDs of its contacts, by the contact's key. */
  readonly contactGuids: ReadonlyMap<string, string>;
}

/** `loader.pupils()` gives such, and so does {@link pupilsOfRecords}. */
export type TargetPupils = AsyncIterable<TargetPupil> | Iterable<TargetPupil>;

/** The records of one kind that a pupil has, in their order. */
export function recordsOf<K extends RecordKind>(
  pupil: TargetPupil,
  kind: K,
): Extract<CanonicalRecord, { kind: K }>[] {
  return pupil.records.filter(
    (record): record is Extract<CanonicalRecord, { kind: K }> => record.kind === kind,
  );
}

/** Contacts in the school's order, those without a priority last. */
export function contactsOf(pupil: TargetPupil): Contact[] {
  return recordsOf(pupil, 'contact').sort((a, b) => (a.priority ?? 99) - (b.priority ?? 99));
}
