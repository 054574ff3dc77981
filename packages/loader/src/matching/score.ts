import { jaroWinkler } from '@skyra/jaro-winkler';
import { foldName } from './fold-name.js';
import { agreeingIdentifiers, upnsOf } from './identifiers.js';
import type { Candidate, KnownIdentity, MatchIdentity } from './match-identity.js';

const MOST_CANDIDATES = 10;

/** Birth date and surname weigh most, since they are the least often mistyped and the least often shared. */
const WEIGHTS = { birthDate: 0.35, surname: 0.3, forename: 0.2, sex: 0.05, upn: 0.1 };

/** Names of two children reach 0.4 to 0.6 by chance alone; below this they have nothing in common. */
const LEAST_ALIKE = 0.7;

/** The best of each person, the best first. */
export function candidatesFor(
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

/** How much two pupils resemble each other, 0 to 1, the same either way; what either lacks counts neither way. */
export function scoreOf(incoming: MatchIdentity, known: KnownIdentity): number {
  let [sum, of] = [0, 0];
  const add = (weight: number, value: number | undefined): void => {
    if (value === undefined) return;
    sum += weight * value;
    of += weight;
  };
  add(WEIGHTS.birthDate, datesAlike(incoming.birthDate, known.birthDate));
  add(WEIGHTS.surname, namesAlike(incoming.surname, known.surname));
  add(WEIGHTS.forename, namesAlike(incoming.forename, known.forename));
  add(WEIGHTS.sex, incoming.sex && known.sex ? Number(incoming.sex === known.sex) : undefined);
  add(WEIGHTS.upn, upnsAlike(incoming, known));
  return of === 0 ? 0 : sum / of;
}

function upnsAlike(incoming: MatchIdentity, known: KnownIdentity): number | undefined {
  const theirs = new Set<string>();
  for (const identifier of known.identifiers)
    if (/^(upn|former):/.test(identifier)) theirs.add(identifier.slice(identifier.indexOf(':') + 1));
  const mine = upnsOf(incoming);
  if (theirs.size === 0 || mine.length === 0) return undefined;
  return Number(mine.some((one) => theirs.has(one)));
}

/** Jaro-Winkler, but 0 for names that have no more in common than any two. */
function namesAlike(a: string | undefined, b: string | undefined): number | undefined {
  const [one, other] = [foldName(a ?? ''), foldName(b ?? '')];
  if (one === '' || other === '') return undefined;
  // In one order always: the measure pairs letters greedily, from the first name's side.
  const alike = one < other ? jaroWinkler(one, other) : jaroWinkler(other, one);
  return alike < LEAST_ALIKE ? 0 : alike;
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
