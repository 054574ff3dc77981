/**
 * One meaning of one code, over the dates on which that meaning held.
 *
 * @typeParam C the codes of the set
 * @typeParam G the groups of the set, where rules tell entries apart by group
 */
export interface CodeEntry<C extends string = string, G extends string = string> {
  /** The DfE's code value, exactly as it stands in files. */
  readonly code: C;
  /** What the code means, in the DfE's words or close to them. */
  readonly label: string;
  /** First day on which the code may be used, `YYYY-MM-DD`; open when absent. */
  readonly from?: string;
  /** Last day on which the code may be used, `YYYY-MM-DD`; open when absent. */
  readonly to?: string;
  /** Class of the meaning, such as the DfE's heading ("Asian") or what an attendance code counts as. */
  readonly group?: G;
  /** The code that the DfE counts this one under, for extended codes; absent on main codes. */
  readonly main?: string;
  /** True when no public source was found that confirms the entry; readers accept it all the same. */
  readonly unconfirmed?: true;
  /** True when the code is confirmed but not the days in `from` and `to`, or when days are known to be missing. */
  readonly datesUnconfirmed?: true;
}

export interface CodeSetDefinition<C extends string, G extends string = string> {
  /** Short stable name in kebab case, such as `attendance`. */
  readonly id: string;
  readonly title: string;
  /** The document and section (or CBDS number) that the values were read from. */
  readonly source: string;
  /**
   * Set when the list is known to be incomplete: what an unlisted code must look like to pass as one that
   * may exist. Absent on closed sets, where an unlisted code is an error.
   */
  readonly open?: { readonly form: RegExp };
  readonly entries: readonly CodeEntry<C, G>[];
}

/**
 * What a look-up found. `valid` is about the date asked for; a known code can be `out-of-date`, with the
 * entry nearest before that date, or else the first. `unlisted` is a well-formed code of an open set.
 */
export type CodeLookup<C extends string = string, G extends string = string> =
  | { readonly status: 'valid'; readonly entry: CodeEntry<C, G> }
  | { readonly status: 'out-of-date'; readonly entry: CodeEntry<C, G> }
  | { readonly status: 'unlisted' }
  | { readonly status: 'unknown' };

export interface CodeSet<C extends string = string, G extends string = string> extends CodeSetDefinition<
  C,
  G
> {
  /** Every distinct code of every date, in the order of definition. */
  readonly codes: readonly C[];
  /** True when the code is listed in this set on any date, or on `date` (`YYYY-MM-DD`) if given. */
  has(code: string, date?: string): code is C;
  /** As `has`, and true as well for a well-formed code that an open set doesn't list. */
  accepts(code: string, date?: string): boolean;
  /**
   * Looks a code up as it stood on `date` (`YYYY-MM-DD`); without a date, the newest meaning.
   * Exact and case-sensitive: the DfE's codes are. Throws a RangeError for a date in another form.
   */
  lookup(code: string, date?: string): CodeLookup<C, G>;
  /** The label as of `date`, or undefined when the code isn't listed. */
  label(code: string, date?: string): string | undefined;
  /** The entries in force on `date` (`YYYY-MM-DD`). Throws a RangeError for a date in another form. */
  on(date: string): readonly CodeEntry<C, G>[];
}

/** The codes of a set as a type: `CodeOf<typeof attendanceCodes>`. */
export type CodeOf<S> = S extends CodeSet<infer C> ? C : never;

/** The groups of a set as a type. */
export type GroupOf<S> = S extends CodeSet<string, infer G> ? G : never;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNKNOWN = { status: 'unknown' } as const;
const UNLISTED = { status: 'unlisted' } as const;

/** ISO days compare as text; localeCompare would depend on the machine. */
function inForce(entry: CodeEntry, date: string): boolean {
  return (entry.from === undefined || entry.from <= date) && (entry.to === undefined || date <= entry.to);
}

/** A date in another form would compare as nonsense and judge every code wrongly, so it is refused. */
function checkDate(date: string): void {
  if (!ISO_DATE.test(date)) throw new RangeError('a code set is asked by date as YYYY-MM-DD');
}

function checkEntry(id: string, entry: CodeEntry): void {
  const { code, from, to } = entry;
  for (const day of [from, to]) {
    if (day !== undefined && !ISO_DATE.test(day)) {
      throw new RangeError(`code set ${id}: "${code}" has a date that isn't YYYY-MM-DD`);
    }
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new RangeError(`code set ${id}: "${code}" ends before it starts`);
  }
}

/** The meanings of one code in order of time, with their answers made once: rules ask for every record. */
interface Meanings<C extends string, G extends string> {
  readonly entries: readonly CodeEntry<C, G>[];
  readonly valid: readonly CodeLookup<C, G>[];
  readonly outOfDate: readonly CodeLookup<C, G>[];
}

function meaningsOf<C extends string, G extends string>(
  id: string,
  code: string,
  unordered: readonly CodeEntry<C, G>[],
): Meanings<C, G> {
  const entries = [...unordered].sort((a, b) => {
    const [from, other] = [a.from ?? '', b.from ?? ''];
    return from < other ? -1 : from > other ? 1 : 0;
  });
  entries.reduce((earlier, later) => {
    if (earlier.to === undefined || later.from === undefined || earlier.to >= later.from) {
      throw new RangeError(`code set ${id}: the entries of "${code}" overlap in time`);
    }
    return later;
  });
  return {
    entries,
    valid: entries.map((entry) => ({ status: 'valid', entry })),
    outOfDate: entries.map((entry) => ({ status: 'out-of-date', entry })),
  };
}

/**
 * Makes a dated code set. A code may have several entries with disjoint dates, when its meaning changed.
 * A mistake in the definition (dates of one code that overlap, an end before its start, a date in another
 * form) throws a RangeError.
 */
export function defineCodeSet<const C extends string, const G extends string = string>(
  definition: CodeSetDefinition<C, G>,
): CodeSet<C, G> {
  const { id } = definition;
  const grouped = new Map<C, CodeEntry<C, G>[]>();
  for (const entry of definition.entries) {
    checkEntry(id, entry);
    const siblings = grouped.get(entry.code);
    if (siblings) siblings.push(entry);
    else grouped.set(entry.code, [entry]);
  }
  const byCode = new Map<string, Meanings<C, G>>();
  for (const [code, entries] of grouped) byCode.set(code, meaningsOf(id, code, entries));

  const form = definition.open?.form;
  const lookup = (code: string, date?: string): CodeLookup<C, G> => {
    if (date !== undefined) checkDate(date);
    const known = byCode.get(code);
    if (!known) return form?.test(code) ? UNLISTED : UNKNOWN;
    const { entries, valid, outOfDate } = known;
    let nearest = 0;
    for (let i = entries.length - 1; i >= 0; i -= 1) {
      const entry = entries[i] as CodeEntry<C, G>;
      if (date === undefined || inForce(entry, date)) return valid[i] as CodeLookup<C, G>;
      if (entry.to !== undefined && entry.to < date) {
        nearest = i;
        break;
      }
    }
    return outOfDate[nearest] as CodeLookup<C, G>;
  };

  return {
    ...definition,
    codes: [...grouped.keys()],
    lookup,
    has: (code, date): code is C => lookup(code, date).status === 'valid',
    accepts: (code, date) => {
      const { status } = lookup(code, date);
      return status === 'valid' || status === 'unlisted';
    },
    label: (code, date) => {
      const found = lookup(code, date);
      return 'entry' in found ? found.entry.label : undefined;
    },
    on: (date) => {
      checkDate(date);
      return definition.entries.filter((entry) => inForce(entry, date));
    },
  };
}
