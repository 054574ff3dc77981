/** What findings are put in order by, so that they don't depend on the order of records in a file. */
interface Keyed {
  readonly key: string;
}

/** Text order; what is absent comes first. */
function compare(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

/** The records by when they begin, and by key where they begin together. */
export function byStart<R extends Keyed>(
  records: readonly R[],
  startOf: (record: R) => string | undefined,
): R[] {
  return [...records].sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.key, b.key));
}

/** All but the first, in that order, of the records that share a value; those without one share nothing. */
export function repeated<R extends Keyed>(
  ordered: readonly R[],
  valueOf: (record: R) => string | number | undefined,
): R[] {
  const seen = new Set<string | number>();
  return ordered.filter((record) => {
    const value = valueOf(record);
    if (value === undefined) return false;
    if (seen.has(value)) return true;
    seen.add(value);
    return false;
  });
}

/** The records by their keys. */
export function byKey<R extends Keyed>(records: readonly R[]): R[] {
  return [...records].sort((a, b) => compare(a.key, b.key));
}
