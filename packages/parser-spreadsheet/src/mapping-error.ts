/** One thing that is wrong with a mapping. */
export interface MappingProblem {
  /** A sentence, without the place. */
  readonly message: string;
  /** Keys from the top down: `sheets`, 0, `columns`, 2, `field`. */
  readonly path: readonly (string | number)[];
  /** Line and column of the YAML, 1 first, where it was YAML. */
  readonly line?: number;
  readonly column?: number;
}

/** A mapping can't be used. Its message lists all problems with their places, a line each, and holds no pupil's data. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly problems: readonly MappingProblem[];

  constructor(problems: readonly MappingProblem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}

function problemText({ message, path, line, column }: MappingProblem): string {
  if (line !== undefined) return `line ${line}, column ${column ?? 1}: ${message}`;
  return path.length === 0 ? message : `${pathText(path)}: ${message}`;
}

/** `sheets[0].columns[2].field` */
function pathText(path: readonly (string | number)[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}
