import { createHash } from 'node:crypto';
import type { Issue } from '@rollbook/parser-kit';
import type { EarlyYearsTerm } from './census-terms.js';
import { type EarlyYearsChild, type EarlyYearsSettingChildren, isFunded } from './child.js';
import { type EarlyYearsIssueCode, earlyYearsIssue } from './early-years-issues.js';
import { type Entitlement, entitlements, type HourLimits, hourLimitsOn } from './hour-limits.js';
import { toHundredths } from './hours.js';

/** A child at a setting, from whatever order the settings come in. */
export interface ChildAtSetting {
  /** URN of the setting. */
  readonly urn: string;
  readonly child: EarlyYearsChild;
}

/** The children of settings one by one, as {@link checkHourCaps} takes them. */
export async function* childrenAtSettings(
  returns: Iterable<EarlyYearsSettingChildren> | AsyncIterable<EarlyYearsSettingChildren>,
): AsyncGenerator<ChildAtSetting, void, undefined> {
  for await (const { setting, children } of returns) {
    for (const child of children) yield { urn: setting.urn, child };
  }
}

/** What is remembered of a child at one setting, in hundredths of an hour. */
interface Share {
  readonly urn: string;
  rows: number;
  readonly weekly: Record<Entitlement, number>;
  /** Hours a year of rows that name their weeks. */
  readonly yearly: Record<Entitlement, number>;
  /** Weeks, for the half hundredth that rounding is forgiven a week. */
  weeks: number;
}

interface Shares {
  upn: boolean;
  byName: boolean;
  settings: Share[];
  /** Rows at further settings, which are added up without their names. */
  others: Share | undefined;
}

/** Settings remembered by name for one child; the hours of more are added up all the same. */
const MOST_SETTINGS = 8;

/**
 * Looks for children whose hours at two settings or more are over what one child may have, and for children whom a setting
 * has twice. Memory grows with the number of children, by a digest and a few numbers each (no name and no UPN is kept), and
 * not with the rows. Children without funded hours are passed over.
 *
 * A child is known by its UPN; one without a UPN by a digest of names and date of birth. Where one setting has the UPN and
 * another hasn't, the names join them, and what is found is a query and no error. Issues name settings and hours (`value`:
 * `500001 10 + 500002 5.5 = 15.5, limit 15`), never the child; they come at the end, in the order of the children.
 */
export async function* checkHourCaps(
  children: Iterable<ChildAtSetting> | AsyncIterable<ChildAtSetting>,
  term: EarlyYearsTerm,
): AsyncGenerator<Issue, void, undefined> {
  const all: Shares[] = [];
  const byUpn = new Map<string, Shares>();
  const byName = new Map<string, Shares>();
  for await (const { urn, child } of children) {
    if (!isFunded(child)) continue;
    const upn = child.upn === undefined ? undefined : digest(child.upn.trim().toUpperCase());
    const name = nameDigest(child);
    let shares = upn === undefined ? undefined : byUpn.get(upn);
    if (shares === undefined && name !== undefined) {
      const named = byName.get(name);
      // Two children of one name and birthday, each with a UPN of its own, are two.
      if (named !== undefined && (upn === undefined || !named.upn)) {
        named.byName ||= named.upn || upn !== undefined;
        shares = named;
      }
    }
    if (shares === undefined) {
      shares = { upn: false, byName: false, settings: [], others: undefined };
      all.push(shares);
    }
    if (upn !== undefined) {
      byUpn.set(upn, shares);
      shares.upn = true;
    }
    if (name !== undefined && !byName.has(name)) byName.set(name, shares);
    add(shares, urn, child);
  }
  const limits = hourLimitsOn(term.referenceDate);
  for (const shares of all) yield* judge(shares, limits);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 24);
}

function nameDigest({ surname, forename, birthDate }: EarlyYearsChild): string | undefined {
  if (surname === undefined || forename === undefined || birthDate === undefined) return undefined;
  const fold = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return digest(JSON.stringify([fold(surname), fold(forename), birthDate]));
}

function newShare(urn: string): Share {
  const none = (): Record<Entitlement, number> => ({ funded: 0, extended: 0, expanded: 0 });
  return { urn, rows: 0, weekly: none(), yearly: none(), weeks: 0 };
}

function add(shares: Shares, urn: string, child: EarlyYearsChild): void {
  let share = shares.settings.find((one) => one.urn === urn);
  if (share === undefined) {
    if (shares.settings.length < MOST_SETTINGS) shares.settings.push((share = newShare(urn)));
    else share = shares.others ??= newShare('others');
  }
  share.rows++;
  for (const entitlement of entitlements) {
    const hours = toHundredths(child[`${entitlement}Hours`] ?? 0);
    const weeks = child[`${entitlement}Weeks`];
    share.weekly[entitlement] += hours;
    if (weeks === undefined || hours === 0) continue;
    share.yearly[entitlement] += hours * weeks;
    share.weeks += weeks;
  }
}

type Amount = (share: Share) => number;

function* judge(shares: Shares, limits: HourLimits): Generator<Issue> {
  for (const { urn, rows } of shares.settings) {
    if (rows > 1) yield issueOf('early-years-child-twice', shares, `${urn}: ${rows}`);
  }
  const all = shares.others === undefined ? shares.settings : [...shares.settings, shares.others];
  if (all.length < 2) return;
  const over = (
    code: EarlyYearsIssueCode,
    amount: Amount,
    limit: number,
    forgiven = 0,
  ): Issue | undefined => {
    const parts = all.filter((share) => amount(share) > 0);
    const sum = parts.reduce((total, share) => total + amount(share), 0);
    // One setting that is over by itself is what the rules find.
    if (parts.length < 2 || sum <= toHundredths(limit) + forgiven) return undefined;
    const terms = parts.map((share) => `${share.urn} ${hoursText(amount(share))}`).join(' + ');
    return issueOf(code, shares, `${terms} = ${hoursText(sum)}, limit ${limit}`);
  };
  const inAll = (hours: Record<Entitlement, number>): number =>
    hours.funded + hours.extended + hours.expanded;
  for (const entitlement of entitlements) {
    const found = over(
      `early-years-cap-${entitlement}`,
      ({ weekly }) => weekly[entitlement],
      limits[entitlement],
    );
    if (found) yield found;
  }
  const total = over('early-years-cap-total', ({ weekly }) => inAll(weekly), limits.total);
  if (total) yield total;
  const forgiven = all.reduce((weeks, share) => weeks + share.weeks, 0) * 0.5;
  const kinds = entitlements.map((entitlement) =>
    over('early-years-cap-yearly', ({ yearly }) => yearly[entitlement], limits.yearly[entitlement], forgiven),
  );
  const year =
    kinds.find((found) => found !== undefined) ??
    over('early-years-cap-yearly', ({ yearly }) => inAll(yearly), limits.yearly.total, forgiven);
  if (year) yield year;
}

function hoursText(hundredths: number): string {
  return String(Math.round(hundredths) / 100);
}

function issueOf(code: EarlyYearsIssueCode, { byName }: Shares, value: string): Issue {
  const issue = earlyYearsIssue(code, {}, { field: 'hours', value });
  return byName ? { ...issue, severity: 'query' } : issue;
}
