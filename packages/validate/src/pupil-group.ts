import type { CanonicalRecord, Pupil, RecordKind, RecordOf } from '@rollbook/model';

const NONE: readonly never[] = [];

/** One pupil with all its records, as they stand together in a batch. */
export interface PupilGroup {
  /** The pupil record; absent when the file has records about a pupil that it doesn't describe. */
  readonly pupil: Pupil | undefined;
  /** The pupil's records of one kind, in the order of the file. */
  of<K extends RecordKind>(kind: K): readonly RecordOf<K>[];
}

/** Collects one pupil's records after another; the lists are made once and used again. */
export class PupilCollector implements PupilGroup {
  pupil: Pupil | undefined;
  /** Kinds of which the group has records, in the order they were met. */
  readonly kinds: RecordKind[] = [];
  readonly #lists = new Map<RecordKind, CanonicalRecord[]>();
  #key: string | undefined;

  /** True when the record is about the pupil that is being collected. A pupil record begins a new one. */
  takes(record: CanonicalRecord): boolean {
    return record.kind !== 'pupil' && this.#key !== undefined && pupilKeyOf(record) === this.#key;
  }

  /** Begins the group of a record about a pupil. */
  begin(record: CanonicalRecord): void {
    this.#key = pupilKeyOf(record);
    this.add(record);
  }

  add(record: CanonicalRecord): void {
    if (record.kind === 'pupil') this.pupil = record;
    let list = this.#lists.get(record.kind);
    if (!list) this.#lists.set(record.kind, (list = []));
    if (list.length === 0) this.kinds.push(record.kind);
    list.push(record);
  }

  clear(): void {
    for (const kind of this.kinds) (this.#lists.get(kind) as CanonicalRecord[]).length = 0;
    this.kinds.length = 0;
    this.pupil = undefined;
    this.#key = undefined;
  }

  of<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
    // Each list holds the records of its kind alone; the map's type can't say so.
    return (this.#lists.get(kind) as RecordOf<K>[] | undefined) ?? NONE;
  }
}

/** Key of the pupil that a record is about; undefined for schools and the like. */
export function pupilKeyOf(record: CanonicalRecord): string | undefined {
  if (record.kind === 'pupil') return record.key;
  return record.kind === 'school' ? undefined : record.pupilKey;
}
