import { createHash } from 'node:crypto';
import type { Place } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import type { NccisBatch } from '../nccis/nccis-item.js';
import type { NccisHeader, NccisYoungPerson } from '../nccis/young-person.js';
import { academicAgeOn } from '../snapshot/academic-age.js';
import { nccisRules } from './nccis-rules.js';
import { isInForce, type NccisPriority, type NccisRule, severityOf } from './rule.js';
import { dayOf } from './rule-dates.js';

export interface NccisCheckOptions {
  /** The day that the return is of, `YYYY-MM-DD`, where the header doesn't say it. */
  readonly periodEnd?: string;
}

export interface NccisRuleCount {
  readonly code: string;
  readonly priority: NccisPriority;
  readonly count: number;
}

export interface NccisCheckSummary {
  readonly people: number;
  /** Rules that were broken, most often first. */
  readonly rules: readonly NccisRuleCount[];
  /** Broken rules for which the DfE refuses the whole file, by number. */
  readonly rejectedFor: readonly string[];
}

export interface NccisChecker {
  /** What is wrong with one person. Each is asked for once, in the order of the file. */
  check: (person: NccisYoungPerson, place?: Place) => Issue[];
  summary: () => NccisCheckSummary;
}

const EMPTY: NccisHeader = { databaseIds: [], sourceLeas: [] };

/**
 * Checks people of one return by the DfE's rules. Rules over several people (902, 907, 908) are told at the second. Of the
 * people before it keeps their ids, ULNs, and a digest of names and date of birth: about 260 bytes each.
 *
 * @throws RangeError for a period's end that is no day.
 */
export function createNccisChecker(
  header: NccisHeader = EMPTY,
  options: NccisCheckOptions = {},
): NccisChecker {
  if (options.periodEnd !== undefined && dayOf(options.periodEnd) === undefined)
    throw new RangeError('The end of the period is YYYY-MM-DD.');
  const periodEnd = options.periodEnd ?? dayOf(header.periodEnd);
  const rules = nccisRules.filter((rule) => isInForce(rule, periodEnd));
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const counts = new Map<string, number>();
  const seen = { ids: new Set<string>(), ulns: new Map<string, string>(), names: new Map<string, string>() };
  let people = 0;

  const among = (person: NccisYoungPerson): string[] => {
    const { youngPersonsId: id, cohortStatus, uniqueLearnerNo: uln } = person;
    const broken: string[] = [];
    const repeated = id !== undefined && seen.ids.has(id);
    // Under the guarantee alone, a person may stand beside the record of the authority that leads.
    if (repeated && cohortStatus !== 'G') broken.push('902');
    if (id !== undefined && cohortStatus !== 'G') seen.ids.add(id);
    // Said to be a duplicate: that two records are one person is known of it.
    const isDuplicate = cohortStatus === 'M';
    if (uln !== undefined && !isDuplicate) {
      const other = seen.ulns.get(uln);
      if (other !== undefined && other !== (id ?? '')) broken.push('907');
      else seen.ulns.set(uln, id ?? '');
    }
    const names = isDuplicate ? undefined : namesOf(person);
    if (names !== undefined) {
      const other = seen.names.get(names);
      if (other === undefined) seen.names.set(names, id ?? '');
      // One id twice is no other person.
      else if (other !== id) broken.push('908');
    }
    return broken;
  };

  return {
    check(person, place = {}) {
      people++;
      const context = {
        ...{ header, periodEnd, activity: person.activity ?? {} },
        age: periodEnd === undefined ? undefined : academicAgeOn(person.dob, periodEnd),
      };
      const broken = rules.filter(
        (rule) => (!rule.needsActivity || person.activity !== undefined) && rule.breaks?.(person, context),
      );
      for (const code of among(person)) {
        const rule = byCode.get(code);
        if (rule) broken.push(rule);
      }
      return broken.map((rule) => {
        counts.set(rule.code, (counts.get(rule.code) ?? 0) + 1);
        return issueOf(rule, person, place);
      });
    },
    summary: () => ({
      people,
      rules: [...counts]
        .map(([code, count]) => ({ code, priority: byCode.get(code)?.priority ?? 3, count }))
        .sort((a, b) => b.count - a.count || Number(a.code) - Number(b.code)),
      rejectedFor: [...counts.keys()].filter((code) => byCode.get(code)?.rejectsFile).sort(),
    }),
  };
}

function namesOf({ givenName, familyName, dob }: NccisYoungPerson): string | undefined {
  if (givenName === undefined || familyName === undefined || dob === undefined) return undefined;
  const folded = [givenName, familyName, dob].map((part) => part.normalize('NFC').toLowerCase());
  return createHash('sha256').update(JSON.stringify(folded)).digest('base64url').slice(0, 22);
}

function issueOf(rule: NccisRule, person: NccisYoungPerson, place: Place): Issue {
  const { code, priority, title, help, field } = rule;
  const of = field in person ? person : (person.activity ?? {});
  const value = (of as Readonly<Record<string, unknown>>)[field];
  return {
    code: `nccis-${code}`,
    severity: severityOf(priority),
    message: `${title}.`,
    place,
    field,
    ...(typeof value === 'string' ? { value } : {}),
    help,
  };
}

/**
 * Checks a return as it is read: give it what `readNccisXml` or `readNccisCsv` gives. Issues of the reading come through, in
 * their order.
 *
 * @param options `onSummary` is called once, behind the last.
 */
export async function* checkNccis(
  batches: AsyncIterable<NccisBatch>,
  options: NccisCheckOptions & { readonly onSummary?: (summary: NccisCheckSummary) => void } = {},
): AsyncGenerator<Issue[], NccisCheckSummary, undefined> {
  let checker: NccisChecker | undefined;
  for await (const batch of batches) {
    const issues: Issue[] = [];
    for (const item of batch) {
      if (item.type === 'issue') issues.push(item.issue);
      else if (item.type === 'header') checker ??= createNccisChecker(item.header, options);
      else if (item.type === 'person') {
        checker ??= createNccisChecker(EMPTY, options);
        issues.push(...checker.check(item.person, item.place));
      }
    }
    if (issues.length > 0) yield issues;
  }
  const summary = (checker ?? createNccisChecker(EMPTY, options)).summary();
  options.onSummary?.(summary);
  return summary;
}
