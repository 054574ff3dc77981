import type { CanonicalRecord } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '../calendar.js';
import { peopleInMemory } from '../memory-people.js';
import type { Rule } from '../rule.js';
import { createPersonCheck } from '../validate-people.js';
import { createValidator } from '../validator.js';
import { expectDeclared } from './expect-declared.js';
import { AS_OF } from './samples.js';

type Records = CanonicalRecord | readonly CanonicalRecord[];

/** Records that break a rule once, and what the issue must say where it isn't the rule's own. */
interface Failure {
  readonly records: Records;
  readonly field?: string;
  readonly severity?: Severity;
  readonly value?: string;
  /** Key of the record that is named. */
  readonly key?: string;
  readonly count?: number;
  readonly asOf?: string;
}

export interface RuleProof {
  /** Samples by what is wrong with them. */
  readonly fails: Readonly<Record<string, Records | Failure>>;
  /** Samples by why they are right. */
  readonly passes: Readonly<Record<string, Records | Pick<Failure, 'records' | 'asOf'>>>;
  /** What is known of school days; weekends and bank holidays when absent. */
  readonly calendar?: SchoolCalendar;
}

/** Proves that a rule, run alone, finds what it should and nothing else. */
export function proveRule(rule: Rule, { fails, passes, calendar }: RuleProof): void {
  const check = (records: Records, asOf = AS_OF) => {
    const list = Array.isArray(records)
      ? (records as readonly CanonicalRecord[])
      : [records as CanonicalRecord];
    if (rule.scope === 'store') {
      const check = createPersonCheck({ rules: [rule], asOf });
      return peopleInMemory(list).flatMap((person) => check(person).map(({ issue }) => issue));
    }
    const validator = createValidator({ rules: [rule], asOf, ...(calendar && { calendar }) });
    return [...validator.checkBatch(list), ...validator.finish()];
  };

  describe(rule.code, () => {
    it('is declared whole', () => expectDeclared(rule));
    for (const [name, sample] of Object.entries(fails)) {
      it(`finds: ${name}`, () => {
        const failure: Failure = 'records' in sample ? sample : { records: sample };
        const issues = check(failure.records, failure.asOf);
        expect(issues).toHaveLength(failure.count ?? 1);
        const issue = issues[0]!;
        expect(issue).toMatchObject({
          code: rule.code,
          severity: failure.severity ?? rule.severity,
          message: rule.title,
          help: rule.help,
        });
        if (issue.record) expect(issue.field).toBe(failure.field ?? rule.fields[0]);
        if (failure.value !== undefined) expect(issue.value).toBe(failure.value);
        if (failure.key !== undefined) expect(issue.record?.key).toBe(failure.key);
      });
    }
    for (const [name, sample] of Object.entries(passes)) {
      it(`lets pass: ${name}`, () => {
        const { records, asOf } = 'records' in sample ? sample : { records: sample, asOf: undefined };
        expect(check(records, asOf)).toEqual([]);
      });
    }
  });
}
