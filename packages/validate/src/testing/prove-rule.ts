import type { CanonicalRecord } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../rule.js';
import { createValidator } from '../validator.js';
import { AS_OF } from './samples.js';

type Records = CanonicalRecord | readonly CanonicalRecord[];

/** Records that break a rule once, and what the issue must say where it isn't the rule's own. */
interface Failure {
  readonly records: Records;
  readonly field?: string;
  readonly severity?: Severity;
  readonly value?: string;
  readonly count?: number;
  readonly asOf?: string;
}

export interface RuleProof {
  /** Samples by what is wrong with them. */
  readonly fails: Readonly<Record<string, Records | Failure>>;
  /** Samples by why they are right. */
  readonly passes: Readonly<Record<string, Records>>;
}

/** Proves that a rule, run alone, finds what it should and nothing else. */
export function proveRule(rule: Rule, { fails, passes }: RuleProof): void {
  const check = (records: Records, asOf = AS_OF) => {
    const validator = createValidator({ rules: [rule], asOf });
    const list = Array.isArray(records)
      ? (records as readonly CanonicalRecord[])
      : [records as CanonicalRecord];
    return [...validator.checkBatch(list), ...validator.finish()];
  };

  describe(rule.code, () => {
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
      });
    }
    for (const [name, sample] of Object.entries(passes)) {
      it(`lets pass: ${name}`, () => expect(check(sample)).toEqual([]));
    }
  });
}
