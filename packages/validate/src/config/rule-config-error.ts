/** One thing that is wrong with the settings of rules. */
export interface RuleConfigProblem {
  /** A sentence that says what to write, without the place. */
  readonly message: string;
  /** Keys from the top down: `own`, 0, `expect`, `field`. */
  readonly path: readonly (string | number)[];
  /** Line and column of the text, 1 first, where it was text. */
  readonly line?: number;
  readonly column?: number;
}

/** `own[0].expect.field`; a key that is no plain word stands in quotes: `rules."1570"`. */
function pathText(path: readonly (string | number)[]): string {
  return path
    .map((key, i) => {
      if (typeof key === 'number') return `[${key}]`;
      const shown = /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key.slice(0, 60));
      return i === 0 ? shown : `.${shown}`;
    })
    .join('');
}

function problemText({ message, path, line, column }: RuleConfigProblem): string {
  const place = [
    ...(line === undefined ? [] : [`line ${line}, column ${column ?? 1}`]),
    ...(path.length === 0 ? [] : [pathText(path)]),
  ].join(', ');
  return place === '' ? message : `${place}: ${message}`;
}

/** Settings can't be used. The message lists every fault with its place, a line each. */
export class RuleConfigError extends Error {
  override readonly name = 'RuleConfigError';
  readonly problems: readonly RuleConfigProblem[];

  constructor(problems: readonly RuleConfigProblem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}
