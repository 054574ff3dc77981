/** Text that is longer is not tested: it doesn't match. */
export const LONGEST_TESTED = 200;
/** Behind ^ three open repetitions pass, such as an e-mail address has, and two elsewhere: some ten milliseconds. */
const MOST_WAYS = 10_000_000;

/**
 * Counts in how many ways a pattern could share a text out among its parts, as far as its form shows. Where these
 * are few, no text makes an engine that tries them one after another run long.
 */
class WayCounter {
  #at = 0;
  #depth = 0;
  /** False as soon as the pattern may begin anywhere in the text. */
  #isAnchored: boolean;

  constructor(readonly source: string) {
    this.#isAnchored = source.startsWith('^');
  }

  /** Ways of the whole pattern, from each place of the text where it may begin. */
  ways(): number {
    const ways = this.#count();
    return this.#isAnchored ? ways : ways * LONGEST_TESTED;
  }

  /** Alternatives up to the end, or the end of the group. */
  #count(): number {
    let sum = 0;
    let ways = 1;
    while (this.#at < this.source.length && this.source[this.#at] !== ')') {
      if (this.source[this.#at] === '|') {
        this.#at++;
        if (this.#depth === 0) this.#isAnchored = false;
        sum += ways;
        ways = 1;
      } else ways *= this.#repeated(this.#atom());
    }
    return sum + ways;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.source) ?? undefined;
    if (found) this.#at = sticky.lastIndex;
    return found;
  }

  #atom(): number {
    if (this.#take(/\((?:\?(?:[=!:]|<[=!]|<[^>]*>|[a-z-]*:))?/)) {
      this.#depth++;
      const ways = this.#count();
      this.#depth--;
      this.#at++;
      return ways;
    }
    if (!this.#take(/\[(?:\\.|[^\]\\])*\]|\\(?:[upP]\{[^}]*\}|k<[^>]*>|\d+|.)/)) this.#take(/[^]/);
    return 1;
  }

  #repeated(ways: number): number {
    const found = this.#take(/(?:[*+?]|\{(\d+)(,(\d*))?\})\??/);
    if (!found) return ways;
    const [sign = '', from, upTo, to] = found;
    const least = from === undefined ? (sign.startsWith('+') ? 1 : 0) : Number(from);
    const open = sign.startsWith('*') || sign.startsWith('+') || (upTo !== undefined && to === '');
    const most = open ? LONGEST_TESTED : sign.startsWith('?') ? 1 : Number(to ?? from);
    let sum = 0;
    for (let times = least; times <= Math.min(most, LONGEST_TESTED) && sum <= MOST_WAYS; times++)
      sum += ways ** times;
    return Math.max(sum, 1);
  }
}

/** What is wrong with a regular expression that is to be tested on every record; undefined when nothing is. */
export function patternProblem(source: string): string | undefined {
  if (source.length > 500) return 'A pattern has at most 500 characters.';
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message.replace(/^.*: /s, '') : 'not readable';
    return `This is no regular expression (${reason}).`;
  }
  if (new WayCounter(source).ways() > MOST_WAYS) {
    return 'The pattern could take very long on some texts. Have no repetition (* + {2,}) or choice (|) within a repetition, and at most two open repetitions (* +), or three behind a ^ at the start.';
  }
  return undefined;
}
