/**
 * Whether the element with these local names, root first, is a record. The array is the reader's own and changes
 * after the call.
 */
export type RecordMatcher = (names: readonly string[]) => boolean;

/**
 * Matches paths from the root such as `CTFile/CTFpupilData/Pupil`; a step `*` stands for any name. Prefixes don't
 * count, upper and lower case do.
 */
export function matchPaths(paths: readonly string[]): RecordMatcher {
  const byDepth: string[][][] = [];
  for (const path of paths) {
    const steps = path.split('/').filter((step) => step !== '');
    if (steps.length === 0) throw new TypeError('A path of records has at least one step.');
    (byDepth[steps.length] ??= []).push(steps);
  }
  return (names) => {
    const depth = names.length;
    const candidates = byDepth[depth];
    if (candidates === undefined) return false;
    return candidates.some((steps) => {
      // The last step differs most.
      for (let i = depth - 1; i >= 0; i--) if (steps[i] !== names[i] && steps[i] !== '*') return false;
      return true;
    });
  };
}
