import type { CanonicalRecord, JsonValue } from '@rollbook/model';
import { carrierFields, fieldGroups, isBlank, kindGroups, type DataGroup } from '@rollbook/loader';
import { keyWithinPupil } from '../pupils/key-within-pupil.js';
import type { TargetPupil } from '../pupils/target-pupil.js';

/** One value that ONE holds for itself: a field of the pupil, or one record about it. */
export interface HeldItem {
  readonly group: DataGroup;
  /** A field's name, or `kind:key`, the key without the pupil's. */
  readonly item: string;
  /** The kind of record; `pupil` for its fields. */
  readonly kind: CanonicalRecord['kind'];
  readonly field?: string;
  readonly value: JsonValue;
  readonly record: CanonicalRecord;
}

const CARRIERS: readonly string[] = [...carrierFields, 'pupilKey'];

/** The values of a pupil, as data processing rules see them. Blank ones say nothing and are left out. */
export function* itemsOf(one: TargetPupil): Generator<HeldItem, void, undefined> {
  for (const [field, group] of Object.entries(fieldGroups)) {
    const value = one.pupil[field as keyof typeof fieldGroups] as JsonValue | undefined;
    if (value === undefined || isBlank(value)) continue;
    yield { group, item: field, kind: 'pupil', field, value, record: one.pupil };
  }
  for (const record of one.records) {
    if (!(record.kind in kindGroups)) continue;
    const group = kindGroups[record.kind as keyof typeof kindGroups];
    const value = Object.fromEntries(
      Object.entries(record).filter(([name]) => !CARRIERS.includes(name)),
    ) as JsonValue;
    if (isBlank(value)) continue;
    const item = `${record.kind}:${keyWithinPupil(record.key, one.key)}`;
    yield { group, item, kind: record.kind, value, record };
  }
}
