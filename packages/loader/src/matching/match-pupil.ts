import { jaroWinkler } from '@skyra/jaro-winkler';
import { foldName } from './fold-name.js';
import type { MatchingRules } from './settings.js';

/** What a pupil is known by. Names are the legal ones. */
export interface MatchIdentity {
  readonly surname?: string | undefined;
  readonly forename?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string | undefined;
  readonly sex?: string | undefined;
  readonly upn?: string | undefined;
  readonly formerUpns?: readonly string[] | undefined;
  readonly supplierIds?: Readonly<Record<string, string>> | undefined;
}

/** One pupil of a person; a person may have several. */
export interface KnownIdentity {
  readonly personId: string;
  /** Whether the person is at a school now. */
  readonly active: boolean;
  readonly surname?: string | undefined;
  readonly forename?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly sex?: string | undefined;
  /** As {@link identifiersOf} makes them. */
  readonly identifiers: ReadonlySet<string>;
}

export type Identifier = 'birthDate' | 'surname' | 'sex' | 'forename';
export type MatchHow = 'external-id' | 'upn' | 'former-upn' | 'identity';

/**
 * Why a pupil is matched with nobody: `nobody` fits; a UPN is known and `too-few-identifiers` agree; whoever fits is
 * `inactive`; `several` fit; or the pupil has `no-identifiers` to go by.
 */
export type UnmatchedReason = 'nobody' | 'too-few-identifiers' | 'inactive' | 'several' | 'no-identifiers';

export interface Candidate {
  readonly personId: string;
  /** 0 to 1: names by Jaro-Winkler, birth date, sex, UPN. */
  readonly score: number;
  readonly agreeing: readonly Identifier[];
}

export type MatchVerdict =
  | { readonly personId: string; readonly how: MatchHow; readonly agreeing: readonly Identifier[] }
  | { readonly reason: UnmatchedReason; readonly candidates: readonly Candidate[] };

const MOST_CANDIDATES = 10;

/** A pupil's identifiers as a link keeps them. */
export function identifiersOf({ upn, formerUpns, supplierIds }: MatchIdentity): string[] {
  return [
    ...(upn ? [`upn:${upn}`] : []),
    ...(formerUpns ?? []).map((former) => `former:${former}`),
    ...Object.entries(supplierIds ?? {}).map(([name, value]) => `id:${name}:${value}`),
  ];
}

/** What identifiers another pupil of the same child may have. */
export function soughtOf(incoming: MatchIdentity, rules: MatchingRules): string[] {
  const { upn, formerUpns = [], supplierIds = {} } = incoming;
  const external = rules.externalIds.flatMap((name) =>
    supplierIds[name] ? [`id:${name}:${supplierIds[name]}`] : [],
  );
  const former = rules.formerUpns
    ? [...(upn ? [`former:${upn}`] : []), ...formerUpns.map((one) => `upn:${one}`)]
    : [];
  return [...external, ...(upn ? [`upn:${upn}`] : []), ...former];
}

/** Identifiers that both have and that are equal; names without regard to case, accents, hyphens and spaces. */
export function agreeingIdentifiers(a: MatchIdentity, b: Omit<KnownIdentity, 'personId'>): Identifier[] {
  const same = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && foldName(one) !== '' && foldName(one) === foldName(other);
  const found: Identifier[] = [];
  if (a.birthDate !== undefined && a.birthDate === b.birthDate) found.push('birthDate');
  if (same(a.surname, b.surname)) found.push('surname');
  if (a.sex !== undefined && a.sex === b.sex) found.push('sex');
  if (same(a.forename, b.forename)) found.push('forename');
  return found;
}

/**
 * Matches a pupil as One Education does: by an external id; else by UPN and some of the four identifiers; else, without a UPN,
 * by all four. Where several persons fit, or one who is at no school, nobody is taken.
 *
 * @param known pupils of persons that may be the same child; what else there is can't be found.
 */
export function matchPupil(
  incoming: MatchIdentity,
  known: readonly KnownIdentity[],
  rules: MatchingRules,
): MatchVerdict {
  const unmatched = (reason: UnmatchedReason): MatchVerdict => ({
    reason,
    candidates: candidatesFor(incoming, known, rules.leastScore),
  });
  const decide = (found: readonly KnownIdentity[], how: MatchHow): MatchVerdict | undefined => {
    const persons = new Set(found.map(({ personId }) => personId));
    const [first] = found;
    if (!first) return undefined;
    if (persons.size > 1) return unmatched('several');
    if (!rules.matchInactive && !found.some(({ active }) => active)) return unmatched('inactive');
    return { personId: first.personId, how, agreeing: agreeingIdentifiers(incoming, first) };
  };
  const having = (identifiers: readonly string[]): KnownIdentity[] =>
    known.filter((one) => identifiers.some((identifier) => one.identifiers.has(identifier)));

  const { upn, formerUpns = [], supplierIds = {} } = incoming;
  const external = rules.externalIds.flatMap((name) =>
    supplierIds[name] ? [`id:${name}:${supplierIds[name]}`] : [],
  );
  const byExternal = decide(having(external), 'external-id');
  if (byExternal) return byExternal;

  const enough = (one: KnownIdentity): boolean =>
    agreeingIdentifiers(incoming, one).length >= rules.identifiersNeeded;
  const byUpn = upn ? having([`upn:${upn}`]) : [];
  const found = decide(byUpn.filter(enough), 'upn');
  if (found) return found;
  const byFormer = rules.formerUpns
    ? having([...(upn ? [`former:${upn}`] : []), ...formerUpns.map((one) => `upn:${one}`)])
    : [];
  const foundFormer = decide(byFormer.filter(enough), 'former-upn');
  if (foundFormer) return foundFormer;
  // A known UPN with too little beside it is no case for the rule of those without a UPN.
  if (byUpn.length + byFormer.length > 0) return unmatched('too-few-identifiers');

  if (!upn) {
    if (!incoming.birthDate || !incoming.surname || !incoming.forename || !incoming.sex)
      return unmatched('no-identifiers');
    const same = decide(
      known.filter((one) => agreeingIdentifiers(incoming, one).length === 4),
      'identity',
    );
    if (same) return same;
  }
  return unmatched('nobody');
}

/** The best of each person, the best first. */
function candidatesFor(
  incoming: MatchIdentity,
  known: readonly KnownIdentity[],
  leastScore: number,
): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of known) {
    const score = Math.round(scoreOf(incoming, one) * 1000) / 1000;
    if (score < leastScore || (best.get(one.personId)?.score ?? -1) >= score) continue;
    best.set(one.personId, { personId: one.personId, score, agreeing: agreeingIdentifiers(incoming, one) });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
}

/** Birth date and surname weigh most, since they are the least often mistyped and the least often shared. */
const WEIGHTS = { birthDate: 0.35, surname: 0.3, forename: 0.2, sex: 0.05, upn: 0.1 };

/** How much two pupils resemble each other, 0 to 1; what either lacks counts neither way. */
export function scoreOf(incoming: MatchIdentity, known: KnownIdentity): number {
  let [sum, of] = [0, 0];
  const add = (weight: number, value: number | undefined): void => {
    if (value === undefined) return;
    sum += weight * value;
    of += weight;
  };
  const names = (a: string | undefined, b: string | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : jaroWinkler(foldName(a) || '?', foldName(b) || '!');
  add(WEIGHTS.birthDate, datesAlike(incoming.birthDate, known.birthDate));
  add(WEIGHTS.surname, names(incoming.surname, known.surname));
  add(WEIGHTS.forename, names(incoming.forename, known.forename));
  add(WEIGHTS.sex, incoming.sex && known.sex ? Number(incoming.sex === known.sex) : undefined);
  const upns = [...known.identifiers].filter((identifier) => /^(upn|former):/.test(identifier));
  const mine = [incoming.upn, ...(incoming.formerUpns ?? [])].filter(
    (one) => one !== undefined && one !== '',
  );
  if (upns.length > 0 && mine.length > 0) {
    add(
      WEIGHTS.upn,
      Number(upns.some((identifier) => mine.includes(identifier.slice(identifier.indexOf(':') + 1)))),
    );
  }
  return of === 0 ? 0 : sum / of;
}

/** 1 for the same day, 0.7 with day and month exchanged, 0.6 with one digit another, else 0. */
function datesAlike(a: string | undefined, b: string | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return 1;
  if (swapped(a) === b) return 0.7;
  let different = 0;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) different++;
  return a.length === b.length && different === 1 ? 0.6 : 0;
}

/** `2015-03-04` for `2015-04-03`. */
export function swapped(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;
}
