import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { type Batch, type Issue, isRecord, type Item, type Severity } from '@rollbook/parser-kit';
import { fileIssueOf, issueOf } from './issue-of.js';
import { PupilCollector, pupilKeyOf } from './pupil-group.js';
import type { FileCheck, FileRule, PupilRule, RecordRule, Verdict } from './rule.js';
import { type Compiled, rulesInForce, type ValidatorOptions } from './rules-in-force.js';

export type { ValidatorOptions } from './rules-in-force.js';

/** An issue and the index of the item behind which it belongs. */
export interface PlacedIssue {
  readonly after: number;
  readonly issue: Issue;
}

/** Checks one file, batch by batch in order; batches never split a pupil. */
export interface Validator {
  /** Issues of the batch, in the order of the records concerned. */
  readonly checkBatch: (batch: Batch) => Issue[];
  /** As `checkBatch`, with the item behind which each issue belongs, in order of these. */
  readonly placeIssues: (batch: Batch) => PlacedIssue[];
  /** Issues of the file as a whole. The validator is done afterwards. */
  readonly finish: () => Issue[];
}

interface CompiledFile extends Compiled<FileRule> {
  readonly check: FileCheck;
}

/** Rules by the kind of record that calls for them. */
class ByKind<T> {
  readonly #lists = new Map<RecordKind, T[]>();

  add(kind: RecordKind, rule: T): void {
    const list = this.#lists.get(kind);
    if (list) list.push(rule);
    else this.#lists.set(kind, [rule]);
  }

  get(kind: RecordKind): readonly T[] | undefined {
    return this.#lists.get(kind);
  }
}

/**
 * Makes a validator for one file.
 *
 * @throws RangeError when `asOf` is no day of the calendar, two rules share a code, or `severities` names a
 *   rule that isn't among `rules`.
 */
export function createValidator(options: ValidatorOptions = {}): Validator {
  const { context, compiled: rules } = rulesInForce(options);
  const recordRules = new ByKind<Compiled<RecordRule>>();
  const fileRules = new ByKind<CompiledFile>();
  const pupilRules = new ByKind<Compiled<PupilRule>>();
  const allFileRules: CompiledFile[] = [];
  for (const { rule, severity } of rules) {
    if (rule.scope === 'record') {
      for (const kind of rule.kinds) recordRules.add(kind, { rule, severity });
    } else if (rule.scope === 'file') {
      const compiled = { rule, severity, check: rule.begin() };
      allFileRules.push(compiled);
      for (const kind of rule.kinds) fileRules.add(kind, compiled);
    } else if (rule.scope === 'pupil') {
      const kind = rule.kinds[0];
      if (kind !== undefined) pupilRules.add(kind, { rule, severity });
    }
  }
  const group = new PupilCollector();
  let finished = false;

  function checkRecord(record: CanonicalRecord, index: number, found: PlacedIssue[]): void {
    const own = recordRules.get(record.kind);
    if (own) {
      for (const { rule, severity } of own) {
        const verdict = rule.broken(record, context);
        if (verdict) found.push(placed(index, rule, severity, record, verdict));
      }
    }
    const file = fileRules.get(record.kind);
    if (file) {
      for (const { rule, severity, check } of file) {
        const verdict = check.see(record, context);
        if (verdict) found.push(placed(index, rule, severity, record, verdict));
      }
    }
  }

  function checkPupil(last: number, found: PlacedIssue[]): void {
    for (const kind of group.kinds) {
      const list = pupilRules.get(kind);
      if (!list) continue;
      for (const { rule, severity } of list) {
        const findings = rule.broken(group, context);
        if (!findings) continue;
        for (const finding of 'record' in findings ? [findings] : findings) {
          found.push({ after: last, issue: issueOf(rule, severity, finding.record, finding) });
        }
      }
    }
    group.clear();
  }

  function placeIssues(batch: readonly Item[]): PlacedIssue[] {
    if (finished) throw new Error('this validator has finished its file; make another one');
    const found: PlacedIssue[] = [];
    let last = 0;
    for (let index = 0; index < batch.length; index++) {
      const item = batch[index] as Item;
      if (!isRecord(item)) continue;
      if (group.takes(item)) {
        group.add(item);
        last = index;
      } else if (pupilKeyOf(item) !== undefined) {
        checkPupil(last, found);
        group.begin(item);
        last = index;
      }
      checkRecord(item, index, found);
    }
    checkPupil(last, found);
    return found;
  }

  return {
    placeIssues,
    checkBatch: (batch) => placeIssues(batch).map(({ issue }) => issue),
    finish() {
      if (finished) throw new Error('this validator has finished its file; make another one');
      finished = true;
      return allFileRules
        .filter(({ check }) => check.end?.(context) === true)
        .map(({ rule, severity }) => fileIssueOf(rule, severity));
    },
  };
}

const PLAIN = {};

function placed(
  after: number,
  rule: RecordRule | FileRule,
  severity: Severity,
  record: CanonicalRecord,
  verdict: Exclude<Verdict, undefined>,
): PlacedIssue {
  return { after, issue: issueOf(rule, severity, record, typeof verdict === 'object' ? verdict : PLAIN) };
}
