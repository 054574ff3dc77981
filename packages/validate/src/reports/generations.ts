import type { Generation } from './history-file.js';
import type { ComparisonFigures, IssueStatus } from './report.js';

/** Status of an issue by code and fingerprint; undefined when its code can't be compared. */
export type Matcher = (code: string, print: bigint) => IssueStatus | undefined;

/** Codes of rules that one of the two lacked. Codes that are of no rule are a parser's, which always looks for them. */
function notComparedOf(before: readonly string[], now: readonly string[]): Set<string> {
  const [had, has] = [new Set(before), new Set(now)];
  return new Set(
    [...before.filter((code) => !has.has(code)), ...now.filter((code) => !had.has(code))].sort(),
  );
}

/** Looks issues up in a generation as they pass. Of equal fingerprints, as many are `still` there as there were. */
export function createMatcher(previous: Generation, rules: readonly string[]): Matcher {
  const left = notComparedOf(previous.rules, rules);
  const taken = new Map<string, Uint32Array>();
  return (code, print) => {
    if (left.has(code)) return undefined;
    const values = previous.prints.get(code);
    if (values === undefined) return 'new';
    const first = firstAt(values, print);
    let used = taken.get(code);
    if (used === undefined) taken.set(code, (used = new Uint32Array(values.length)));
    // Taken ones of equal fingerprints are counted at the first of them.
    const next = first + (used[first] ?? 0);
    if (values[next] !== print) return 'new';
    used[first] = (used[first] ?? 0) + 1;
    return 'still';
  };
}

/** Index of the first value that is not below one. */
function firstAt(values: BigUint64Array, print: bigint): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0n) < print) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What became of the issues of one generation in the next. */
export function compareGenerations(previous: Generation, now: Generation): ComparisonFigures {
  const left = notComparedOf(previous.rules, now.rules);
  const codes = [...new Set([...previous.prints.keys(), ...now.prints.keys()])].filter(
    (code) => !left.has(code),
  );
  const none = new BigUint64Array(0);
  const byCode = codes.sort().map((code) => {
    const [before, after] = [previous.prints.get(code) ?? none, now.prints.get(code) ?? none];
    const still = inBoth(before, after);
    return { code, new: after.length - still, still, fixed: before.length - still };
  });
  const sum = (field: 'new' | 'still' | 'fixed'): number => byCode.reduce((all, one) => all + one[field], 0);
  const { name, sha256, checkedAt } = previous;
  return {
    previous: { name, sha256, checkedAt },
    ...{ new: sum('new'), still: sum('still'), fixed: sum('fixed') },
    byCode,
    notCompared: [...left],
  };
}

/** How many two sorted lists share, equal ones as often as both have them. */
function inBoth(a: BigUint64Array, b: BigUint64Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i] ?? 0n, b[j] ?? 0n];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared;
}
