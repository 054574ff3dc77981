import type { Address, JsonValue } from '@rollbook/model';
import {
  decide,
  identifiersOf,
  KnownPupils,
  matchingRules,
  matchPupil,
  ruleFor,
  type DataGroup,
  type Decision,
  type KnownIdentity,
  type MatchIdentity,
  type MatchingSettings,
  type MatchVerdict,
  type ProcessingSettings,
} from '@rollbook/loader';
import type { Issue } from '@rollbook/parser-kit';
import { fitPupil, type FitOptions } from '../pupils/fit-pupil.js';
import { recordsOf, type TargetPupil, type TargetPupils } from '../pupils/target-pupil.js';
import { checkPupil, hasOpenMainEnrolment, previewIssue } from './check-pupil.js';
import { itemsOf, type HeldItem } from './held-items.js';
import { addPreview, emptySummary, type OnePreviewSummary } from './preview-summary.js';

/**
 * What ONE would do with a pupil: `matched` and nothing to do; matched `with-conflicts`; `unmatched`, in the queue; `added`
 * as a new student; `hidden`, unmatched and too old to be shown; `rejected` for an error.
 */
export type OneOutcome = 'matched' | 'with-conflicts' | 'unmatched' | 'added' | 'hidden' | 'rejected';

/** What would become of one value of a matched pupil. */
export interface PreviewedItem extends Pick<HeldItem, 'group' | 'item' | 'kind' | 'field' | 'record'> {
  readonly decision: Decision;
  /** The address isn't known to ONE, or nobody can tell. */
  readonly addressUnknown?: true;
  /** What ONE has; undefined for nothing. A pupil's data, as is what comes. */
  readonly held: JsonValue | undefined;
  readonly incoming: JsonValue;
}

export interface PreviewedPupil {
  readonly pupil: TargetPupil;
  readonly outcome: OneOutcome;
  /** By what it was matched, or why not; undefined for a pupil that was rejected before. */
  readonly verdict: MatchVerdict | undefined;
  /** Of a matched pupil, all but what ONE has already word for word. */
  readonly items: readonly PreviewedItem[];
  readonly issues: readonly Issue[];
}

export interface OnePreviewOptions extends FitOptions {
  /**
   * What ONE has: the pupils of a CTF that ONE exported, or what was sent before. Its GUIDs are those that ONE knows. They are
   * kept in memory, about 2 KB a pupil.
   */
  readonly known: TargetPupils;
  /** ONE's settings for matching: `addUnmatched`, `matchInactive`, by school where they differ. */
  readonly matching?: MatchingSettings | undefined;
  /** ONE's data processing rules, by school and data group; `always-conflict`, its default, when not given. */
  readonly processing?: ProcessingSettings | undefined;
  /** The day of the import, `YYYY-MM-DD`. */
  readonly today: string;
  /** ONE's parameter `B2B_S_AGE`: unmatched pupils older than this are hidden; 18 when not given. */
  readonly hideOlderThan?: number;
  /** ONE's parameter `GUIDMATCH`; true when not given. */
  readonly matchGuids?: boolean;
  /** Whether ONE's gazetteer has an address; without it nobody can tell, and each address is said to be work. */
  readonly addressKnown?: (address: Address) => boolean;
}

export interface OnePreview {
  /** What ONE would do with what would be sent of a pupil. Each pupil is asked for once: it is counted. */
  of: (pupil: TargetPupil) => PreviewedPupil;
  /** What is seen only when all pupils of all schools have been asked for: main registrations at two schools. */
  finish: () => Issue[];
  /** Counts by school. `pupils` is the sum of the outcomes. */
  summary: () => OnePreviewSummary;
}

interface Student {
  readonly items: ReadonlyMap<string, JsonValue>;
}

/**
 * Shows what ONE would do under its own rules, before anything is sent. It decides as One Education's help has it
 * (targets.md 1.4 and 1.5): by GUID; by UPN and three of surname, forename, date of birth and sex; without a UPN by all
 * four; else unmatched. A match that is inactive is unmatched too.
 *
 * @throws RangeError for a rule that ONE doesn't have (`newest-wins`), or a day in another form.
 */
export async function createOnePreview(options: OnePreviewOptions): Promise<OnePreview> {
  const { processing, today, matchGuids = true } = options;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new RangeError('A day is YYYY-MM-DD.');
  refuseForeignRules(processing);
  const students = new Map<string, Student>();
  const identities: KnownIdentity[] = [];
  for await (const one of options.known) {
    const id = one.guid ?? `${one.school ?? ''} ${one.key}`;
    const items = new Map(students.get(id)?.items);
    for (const { item, value } of itemsOf(one)) items.set(item, value);
    students.set(id, { items });
    identities.push(knownIdentity(id, one, today, matchGuids));
  }
  const known = new KnownPupils(identities);
  const summary = emptySummary();
  const mains = new Map<string, TargetPupil[]>();

  return {
    of(given) {
      const one = fitPupil(given, options).pupil;
      const issues = checkPupil(one);
      noteMain(mains, one, today);
      const done = (
        outcome: OneOutcome,
        verdict?: MatchVerdict,
        items: readonly PreviewedItem[] = [],
      ): PreviewedPupil => {
        const previewed = { pupil: one, outcome, verdict, items, issues };
        addPreview(summary, previewed);
        return previewed;
      };
      if (issues.some(({ severity, record }) => severity === 'error' && record?.kind === 'pupil'))
        return done('rejected');

      const rules = { ...matchingRules(options.matching ?? {}, one.school), externalIds: ['guid'] };
      const identity = incomingIdentity(one, matchGuids);
      const verdict = matchPupil(identity, known.near(identity, rules), rules);
      if ('reason' in verdict) {
        const adds =
          rules.addUnmatched === 'always' ||
          (rules.addUnmatched === 'without-candidates' && verdict.candidates.length === 0);
        if (verdict.reason === 'nobody' && adds) return done('added', verdict);
        const hidden = ageOn(one.pupil.birthDate, today) > (options.hideOlderThan ?? 18);
        issues.push(
          previewIssue(hidden ? 'one-hidden' : 'one-unmatched', one.pupil, { value: verdict.reason }),
        );
        return done(hidden ? 'hidden' : 'unmatched', verdict);
      }
      const items = compare(one, students.get(verdict.personId)?.items ?? new Map(), options);
      for (const item of items) issues.push(...issuesOfItem(item));
      const conflicts = items.some(({ decision }) => decision === 'conflict');
      return done(conflicts ? 'with-conflicts' : 'matched', verdict, items);
    },
    finish: () =>
      [...mains.values()]
        .filter((pupils) => new Set(pupils.map(({ school }) => school)).size > 1)
        .flatMap((pupils) => pupils.map(({ pupil }) => previewIssue('one-two-main-enrolments', pupil))),
    summary: () => summary,
  };
}

function refuseForeignRules(processing: ProcessingSettings | undefined): void {
  const all = [processing?.default, ...Object.values(processing?.schools ?? {})];
  if (all.some((rules) => Object.values(rules ?? {}).includes('newest-wins')))
    throw new RangeError('ONE has no rule newest-wins; it has the other four.');
}

function incomingIdentity({ pupil, guid }: TargetPupil, matchGuids: boolean): MatchIdentity {
  const { surname, forename, birthDate, sex, upn, formerUpns } = pupil;
  const supplierIds = matchGuids && guid !== null ? { guid } : undefined;
  return { surname, forename, birthDate, sex, upn, formerUpns, supplierIds };
}

function knownIdentity(
  personId: string,
  one: TargetPupil,
  today: string,
  matchGuids: boolean,
): KnownIdentity {
  const identity = incomingIdentity(one, matchGuids);
  const { surname, forename, birthDate, sex } = identity;
  const enrolments = recordsOf(one, 'enrolment').filter(({ current }) => current !== false);
  const active =
    enrolments.length === 0 ||
    enrolments.some(({ leavingDate }) => leavingDate === undefined || leavingDate >= today);
  return {
    ...{ personId, active, surname, forename, birthDate, sex },
    identifiers: new Set(identifiersOf(identity)),
  };
}

function compare(
  one: TargetPupil,
  held: ReadonlyMap<string, JsonValue>,
  { processing, addressKnown }: OnePreviewOptions,
): PreviewedItem[] {
  const found: PreviewedItem[] = [];
  for (const { group, item, kind, field, record, value } of itemsOf(one)) {
    const known = held.get(item);
    const decision = decide(ruleFor(processing, one.school, group), known, value, {
      held: null,
      incoming: null,
    });
    if (decision === 'same') continue;
    const what = {
      ...{ group, item, kind, record, held: known, incoming: value },
      ...(field === undefined ? {} : { field }),
    };
    const unknown = decision !== 'ignore' && isUnknownAddress(group, value, addressKnown);
    // ONE writes an address only where it has it already; an officer adds it, or picks one.
    found.push(unknown ? { ...what, decision: 'conflict', addressUnknown: true } : { ...what, decision });
  }
  return found;
}

function isUnknownAddress(
  group: DataGroup,
  value: JsonValue,
  addressKnown: OnePreviewOptions['addressKnown'],
): boolean {
  return group === 'address' && !(addressKnown?.(value as Address) ?? false);
}

function issuesOfItem({ decision, addressUnknown, field, kind, record, incoming }: PreviewedItem): Issue[] {
  if (decision !== 'conflict') return [];
  const value = typeof incoming === 'string' ? { value: incoming } : {};
  const code = addressUnknown ? 'one-address-unknown' : 'one-conflict';
  return [previewIssue(code, record, { field: field ?? kind, ...value })];
}

function noteMain(mains: Map<string, TargetPupil[]>, one: TargetPupil, today: string): void {
  const { upn } = one.pupil;
  if (upn === undefined || !hasOpenMainEnrolment(one, today)) return;
  // The pupil's own record alone: what is about it isn't needed, and would fill the memory.
  const slim = { ...one, records: [] };
  const there = mains.get(upn);
  if (there) there.push(slim);
  else mains.set(upn, [slim]);
}

/** Whole years on a day; 0 where the date of birth isn't known. */
function ageOn(birthDate: string | undefined, day: string): number {
  if (birthDate === undefined) return 0;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
