import type { Severity } from '@rollbook/parser-kit';
import type { NccisActivityFields, NccisHeader, NccisYoungPerson } from '../nccis/young-person.js';

/** 1 counts against the quality of a return, 2 warns, 3 informs. */
export type NccisPriority = 1 | 2 | 3;

export const nccisRuleGroups = [
  'identity',
  'address',
  'codes',
  'cohort',
  'need',
  'activity',
  'dates',
  'neet',
  'characteristics',
  'guarantee',
  'file',
] as const;
export type NccisRuleGroup = (typeof nccisRuleGroups)[number];

/** What a rule may ask beside the person. */
export interface NccisRuleContext {
  readonly header: NccisHeader;
  /** The day that the return is of, `YYYY-MM-DD`; undefined where nobody said, and then nothing is judged by it. */
  readonly periodEnd: string | undefined;
  /** Academic age on that day; undefined without a date of birth or a day. */
  readonly age: number | undefined;
  /** The person's activity; `{}` where there is none. */
  readonly activity: NccisActivityFields;
}

/** What the DfE's checks call an error, by number. */
export interface NccisRuleFacts {
  readonly code: string;
  readonly group: NccisRuleGroup;
  readonly priority: NccisPriority;
  /** What is wrong, in words that hold no data. */
  readonly title: string;
  readonly help: string;
  /** The field at fault. */
  readonly field: string;
  /** First and last day of the periods that it is for; open when absent. */
  readonly from?: string;
  readonly to?: string;
  /** The DfE refuses the whole file for it. */
  readonly rejectsFile?: true;
  /** What of it no public source shows. */
  readonly unconfirmed?: string;
}

export interface NccisRule extends NccisRuleFacts {
  /** Whether the person breaks the rule. Not there for rules over several people: they are the checker's. */
  readonly breaks?: (person: NccisYoungPerson, context: NccisRuleContext) => boolean;
  /** Looked at only where the record has an activity. */
  readonly needsActivity?: true;
}

/** @see NccisPriority */
export function severityOf(priority: NccisPriority): Severity {
  return priority === 1 ? 'error' : priority === 2 ? 'query' : 'info';
}

/** Which rules are in force for a period. */
export function isInForce({ from, to }: Pick<NccisRule, 'from' | 'to'>, day: string | undefined): boolean {
  if (day === undefined) return to === undefined;
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
