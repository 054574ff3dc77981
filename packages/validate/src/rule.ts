import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import type { SchoolCalendar } from './calendar.js';
import type { PersonAcrossSchools, PersonGrouping } from './person.js';
import type { PupilGroup } from './pupil-group.js';
import type { RuleSource } from './sources.js';

/** What rules may know beside the data. */
export interface RuleContext {
  /** The day against which dates and ages are judged, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The academic year of `asOf`, by the year it starts in. */
  readonly academicYear: number;
  /** Which days the schools are open, as far as it is known. */
  readonly calendar: SchoolCalendar;
}

/** Names of a record's fields, or paths that begin with one: `address.postcode`. */
export type FieldOf<K extends RecordKind> = K extends RecordKind
  ? (keyof RecordOf<K> & string) | `${keyof RecordOf<K> & string}.${string}`
  : never;

/** What a rule found wrong. Whatever is left out comes from the rule and the record. */
export interface Finding {
  /** The field at fault; the rule's first field when absent. */
  readonly field?: string;
  /** The value at fault; the record's value of the field, as sent, when absent. */
  readonly value?: string;
  /** For what is milder in this case than the rule is in general. */
  readonly severity?: Severity;
}

/** A finding about one of a pupil's records. */
export interface PupilFinding extends Finding {
  readonly record: CanonicalRecord;
}

/** True or a finding when the rule is broken; false or undefined when it is kept. */
export type Verdict = boolean | undefined | Finding;

interface RuleInfo<K extends RecordKind> {
  /** Four digits for a rule of the School Census by the DfE's own number, else kebab-case. */
  readonly code: string;
  /** What is wrong, without any pupil's data: it becomes the message. */
  readonly title: string;
  /**
   * `error` only for what makes the record unfit to load, since the loader quarantines it; `query` for what
   * someone should look at; `info` for what is told for completeness.
   */
  readonly severity: Severity;
  /** Kinds of record that the rule looks at; the first is the kind it is about. */
  readonly kinds: readonly K[];
  /** Fields that it looks at; the first is the one an issue names unless the finding says otherwise. */
  readonly fields: readonly [FieldOf<K>, ...FieldOf<K>[]];
  /** First day or academic year (by the year it starts in) for which the rule holds; open when absent. */
  readonly validFrom?: string | number;
  /** Last day or academic year for which the rule holds; open when absent. */
  readonly validTo?: string | number;
  /** What to do about it, for a person. */
  readonly help: string;
  readonly source: RuleSource;
}

/** Looks at one record by itself. */
export interface RecordRule<K extends RecordKind = RecordKind> extends RuleInfo<K> {
  readonly scope: 'record';
  broken(record: RecordOf<K>, context: RuleContext): Verdict;
}

/** Looks at one pupil with all its records; asked for pupils with at least one record of `kinds[0]`. */
export interface PupilRule<K extends RecordKind = RecordKind> extends RuleInfo<K> {
  readonly scope: 'pupil';
  /** The findings, if any. The group is used again for the next pupil and must not be kept. */
  broken(pupil: PupilGroup, context: RuleContext): readonly PupilFinding[] | PupilFinding | undefined;
}

/** What a file rule remembers of one file; it may grow by a few bytes a pupil, never by whole records. */
export interface FileCheck<K extends RecordKind = RecordKind> {
  see(record: RecordOf<K>, context: RuleContext): Verdict;
  /** What is wrong with the file as a whole, once all of it was seen. */
  end?(context: RuleContext): boolean | undefined;
}

/** Looks at the records of one file, one after another. */
export interface FileRule<K extends RecordKind = RecordKind> extends RuleInfo<K> {
  readonly scope: 'file';
  /** Called once a file. */
  begin(): FileCheck<K>;
}

/** Looks at what all schools of a store hold of one person; see `validatePeople`. */
export interface StoreRule<K extends RecordKind = RecordKind> extends RuleInfo<K> {
  readonly scope: 'store';
  /** What must bring the records of a person together for this rule. */
  readonly by: PersonGrouping;
  /** The findings, if any. The person's groups are used again for the next and must not be kept. */
  broken(
    person: PersonAcrossSchools,
    context: RuleContext,
  ): readonly PupilFinding[] | PupilFinding | undefined;
}

export type Rule = RecordRule | PupilRule | FileRule | StoreRule;

/** Declares a {@link RecordRule}; the record's type comes from `kinds`. */
export function recordRule<const K extends RecordKind>(rule: Omit<RecordRule<K>, 'scope'>): RecordRule<K> {
  return { scope: 'record', ...rule };
}

/** Declares a {@link PupilRule}. */
export function pupilRule<const K extends RecordKind>(rule: Omit<PupilRule<K>, 'scope'>): PupilRule<K> {
  return { scope: 'pupil', ...rule };
}

/** Declares a {@link FileRule}. A validator shows it records of its `kinds` alone, so the type may forget them. */
export function fileRule<const K extends RecordKind>(rule: Omit<FileRule<K>, 'scope'>): FileRule {
  return { scope: 'file', ...rule } as unknown as FileRule;
}

/** Declares a {@link StoreRule}. */
export function storeRule<const K extends RecordKind>(rule: Omit<StoreRule<K>, 'scope'>): StoreRule<K> {
  return { scope: 'store', ...rule };
}

/** Whether the rule holds on a day: an academic year runs from 1 September to 31 August. */
export function inForce(rule: Pick<Rule, 'validFrom' | 'validTo'>, date: string): boolean {
  const { validFrom, validTo } = rule;
  const from = typeof validFrom === 'number' ? `${validFrom}-09-01` : validFrom;
  const to = typeof validTo === 'number' ? `${validTo + 1}-08-31` : validTo;
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
