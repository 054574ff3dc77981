/** Letters to put in, leave out or change, or neighbours to swap, that make one word the other; within `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}

/** Case, hyphens and the like are what people get wrong first. */
const folded = (word: string): string => word.toLowerCase().replace(/[^a-z0-9.]/g, '');

/** The word that was probably meant; undefined when none is near, or two are as near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const wanted = folded(word);
  const most = Math.min(3, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = most + 1;
  let tied = false;
  for (const candidate of words) {
    const known = folded(candidate);
    const apart = known.endsWith(`.${wanted}`) ? 0.5 : distance(wanted, known, most);
    if (apart > most || apart > least) continue;
    tied = apart === least;
    best = candidate;
    least = apart;
  }
  return tied ? undefined : best;
}

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** A word of the file as messages show it: short, on one line, in quotes. */
export function quoted(word: unknown): string {
  const text = typeof word === 'string' ? word : word === undefined ? 'nothing' : JSON.stringify(word);
  return `"${text.slice(0, 60).replace(/\s+/g, ' ')}"`;
}
