/**
 * Letters that must be put in, left out, changed or swapped with a neighbour to make one word the other (optimal
 * string alignment); `most + 1` when it is more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, most + 1);
}

/** The one word of `words` that is nearest, within `most` letters; undefined when none is, or two are. */
export function nearestWord(
  word: string,
  words: Iterable<string>,
  most: number,
): { readonly word: string; readonly distance: number } | undefined {
  let best: { word: string; distance: number } | undefined;
  let tied = false;
  for (const candidate of words) {
    const distance = editDistance(word, candidate, best?.distance ?? most);
    if (distance > (best?.distance ?? most)) continue;
    tied = distance === best?.distance;
    best = { word: candidate, distance };
  }
  return tied ? undefined : best;
}
