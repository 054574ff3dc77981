const A = 0xde_ad_be_ef;
const B = 0x41_c6_ce_57;

/**
 * A number of 53 bits for a text. Two texts of the same file share one by chance about once in a million files
 * of 100,000 pupils. A number and not the text itself is remembered, since it takes less room and can't keep a
 * chunk of the file alive as a cut piece of text does.
 */
export function textNumber(text: string): number {
  let a = A;
  let b = B;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}

/** Which numbers were seen before, for each school apart: a pupil may be on the roll of two. */
export class SeenNumbers {
  readonly #bySchool = new Map<string, Set<number>>();

  /** Notes the number; true when the school had it already. */
  again(school: string | undefined, number: number): boolean {
    const key = school ?? '';
    let seen = this.#bySchool.get(key);
    // LAESTABs have seven digits, too short for V8 to cut them from a longer text.
    if (!seen) this.#bySchool.set(key, (seen = new Set()));
    if (seen.has(number)) return true;
    seen.add(number);
    return false;
  }
}
