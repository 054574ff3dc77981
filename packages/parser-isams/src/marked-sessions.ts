/** Sessions that are remembered; ten years have some four thousand. */
const MOST_SESSIONS = 20_000;

/**
 * Who has a mark for which session, one bit each, so that a second mark is seen wherever it stands in the file: a
 * thousand pupils over a year take 50 KB.
 */
export class MarkedSessions {
  readonly #bits = new Map<string, Uint32Array>();

  /** Marks a session for a pupil; true when it was marked before. */
  add(session: string, pupil: number): boolean {
    const word = pupil >>> 5;
    const bit = 1 << (pupil & 31);
    let bits = this.#bits.get(session);
    if (bits === undefined || bits.length <= word) {
      if (bits === undefined && this.#bits.size >= MOST_SESSIONS) return false;
      const larger = new Uint32Array(Math.max(32, 2 ** Math.ceil(Math.log2(word + 1))));
      if (bits !== undefined) larger.set(bits);
      this.#bits.set(session, (bits = larger));
    }
    const before = bits[word] ?? 0;
    bits[word] = before | bit;
    return (before & bit) !== 0;
  }
}
