import type { CanonicalRecord, RecordKind } from '@rollbook/model';

/** The records of one kind, in their order. */
export function recordsOf<K extends RecordKind>(
  records: readonly CanonicalRecord[],
  kind: K,
): Extract<CanonicalRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<CanonicalRecord, { kind: K }> => record.kind === kind);
}

/** Order of two texts by their code units, on any machine; what is absent comes first. */
export function compareText(a: string | undefined, b: string | undefined): number {
  const [one, other] = [a ?? '', b ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
