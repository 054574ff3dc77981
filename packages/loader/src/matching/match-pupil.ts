import { agreeingIdentifiers, externalOf, formerOf } from './identifiers.js';
import type {
  KnownIdentity,
  MatchHow,
  MatchIdentity,
  MatchVerdict,
  UnmatchedReason,
} from './match-identity.js';
import { candidatesFor } from './score.js';
import type { MatchingRules } from './settings.js';

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

  const { upn } = incoming;
  const byExternal = decide(having(externalOf(incoming, rules)), 'external-id');
  if (byExternal) return byExternal;

  const enough = (one: KnownIdentity): boolean =>
    agreeingIdentifiers(incoming, one).length >= rules.identifiersNeeded;
  const byUpn = upn ? having([`upn:${upn}`]) : [];
  const found = decide(byUpn.filter(enough), 'upn');
  if (found) return found;
  const byFormer = having(formerOf(incoming, rules));
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
