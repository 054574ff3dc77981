import type { JsonValue } from '@rollbook/model';
import { canonicalJson } from '../canonical-json.js';
import type { ProcessingRule } from './settings.js';

/**
 * What becomes of one value: `same`, nothing to do; `write`, it is held from now on; `conflict`, it waits for
 * a person; `ignore`, it isn't taken.
 */
export type Decision = 'same' | 'write' | 'conflict' | 'ignore';

/** As of when the two values are: ISO 8601 date-times with an offset, or days. */
export interface DecisionDates {
  /** Null where it isn't known, which counts as long ago. */
  readonly held: string | null;
  readonly incoming: string | null;
}

/**
 * Decides on a value that a school sent about a person:
 *
 * | rule            | equal | nothing held | differs                      | nothing sent |
 * | --------------- | ----- | ------------ | ---------------------------- | ------------ |
 * | always-import   | same  | write        | write                        | ignore       |
 * | always-conflict | same  | conflict     | conflict                     | ignore       |
 * | import-if-empty | same  | write        | conflict                     | ignore       |
 * | dont-import     | same  | ignore       | ignore                       | ignore       |
 * | newest-wins     | same  | write        | write, or ignore when older  | ignore       |
 *
 * The first three columns of the first four rows are One Education's. Nothing sent never takes away what is
 * held, since a file of one purpose leaves out what another has. Two values as of one moment: the one that
 * comes later counts as newer. {@link applyToPersons} decides the same in SQL, which a test holds together.
 *
 * @param held undefined or null when nothing is held; so are empty text, an empty list, an empty object.
 */
export function decide(
  rule: ProcessingRule,
  held: JsonValue | undefined,
  incoming: JsonValue | undefined,
  dates: DecisionDates,
): Decision {
  if (isBlank(incoming)) return 'ignore';
  const empty = isBlank(held);
  if (!empty && canonicalJson(held) === canonicalJson(incoming)) return 'same';
  switch (rule) {
    case 'always-import':
      return 'write';
    case 'always-conflict':
      return 'conflict';
    case 'import-if-empty':
      return empty ? 'write' : 'conflict';
    case 'dont-import':
      return 'ignore';
    case 'newest-wins':
      return empty || momentOf(dates.incoming) >= momentOf(dates.held) ? 'write' : 'ignore';
  }
}

/** No value at all, or one that says nothing. False and 0 say something. */
export function isBlank(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function momentOf(date: string | null): number {
  const moment = date === null ? NaN : Date.parse(date);
  return Number.isNaN(moment) ? -Infinity : moment;
}
