import type { CanonicalRecord } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import { issueOf } from './issue-of.js';
import type { PersonAcrossSchools } from './person.js';
import type { StoreRule } from './rule.js';
import { type Compiled, rulesInForce, type ValidatorOptions } from './rules-in-force.js';

/** An issue with the record it is about: the record names the school, which an issue doesn't. */
export interface FoundAcrossSchools {
  readonly issue: Issue;
  readonly record: CanonicalRecord;
}

/**
 * Holds people who stand in a store more than once to the rules across schools.
 *
 * @param people arrays of them as `people` of a loader or {@link peopleInMemory} gives; a rule sees those
 *   alone that are grouped as it asks.
 * @param options as for a validator; rules of other scopes are left out.
 * @returns an array for each that came in, which may be empty.
 * @throws RangeError as `createValidator` does, when the iteration begins.
 */
export async function* validatePeople(
  people: AsyncIterable<readonly PersonAcrossSchools[]> | Iterable<readonly PersonAcrossSchools[]>,
  options: ValidatorOptions = {},
): AsyncGenerator<readonly FoundAcrossSchools[], void, undefined> {
  const check = createPersonCheck(options);
  for await (const page of people) yield page.flatMap(check);
}

/** A check of one person. @throws RangeError as `createValidator` does. */
export function createPersonCheck(
  options: ValidatorOptions,
): (person: PersonAcrossSchools) => FoundAcrossSchools[] {
  const { context, compiled } = rulesInForce(options);
  const rules = compiled.filter((each): each is Compiled<StoreRule> => each.rule.scope === 'store');
  return (person) => {
    const found: FoundAcrossSchools[] = [];
    for (const { rule, severity } of rules) {
      const [first] = rule.kinds;
      if (rule.by !== person.by || first === undefined) continue;
      if (person.pupils.every((group) => group.of(first).length === 0)) continue;
      const findings = rule.broken(person, context);
      if (!findings) continue;
      for (const finding of 'record' in findings ? [findings] : findings) {
        found.push({ record: finding.record, issue: issueOf(rule, severity, finding.record, finding) });
      }
    }
    return found;
  };
}
