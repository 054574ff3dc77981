/** From and to, both included; open where absent. */
interface Spell {
  readonly key: string;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

/** True when the spell runs on the day. */
export function runsOn({ startDate, endDate }: Omit<Spell, 'key'>, date: string): boolean {
  return (startDate === undefined || startDate <= date) && (endDate === undefined || date <= endDate);
}

/**
 * Spells that begin before one that began earlier is over. A spell may begin on the last day of the one before,
 * since MIS disagree on whether the last day counts; spells without a start can't be judged.
 *
 * @param openEnds `runs-on` when a spell without an end goes on beside what follows it, `next-start` when the
 *   next spell ends it, as in files that give starts alone.
 */
export function overlapping<S extends Spell>(spells: readonly S[], openEnds: 'runs-on' | 'next-start'): S[] {
  if (spells.length < 2) return [];
  const dated = spells.filter(({ startDate }) => startDate !== undefined);
  dated.sort(
    (a, b) => compare(a.startDate, b.startDate) || compare(a.endDate, b.endDate) || compare(a.key, b.key),
  );
  const found: S[] = [];
  /** The latest end so far; '~' stands behind every date. */
  let end = '';
  for (const spell of dated) {
    if ((spell.startDate as string) < end) found.push(spell);
    const own = spell.endDate ?? (openEnds === 'runs-on' ? '~' : '');
    if (own > end) end = own;
  }
  return found;
}

/** Text order; what is absent comes last, as an end that is still to come. */
function compare(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}
