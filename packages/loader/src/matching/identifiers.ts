import { foldName } from './fold-name.js';
import type { Identifier, KnownIdentity, MatchIdentity } from './match-identity.js';
import type { MatchingRules } from './settings.js';

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
  return [
    ...externalOf(incoming, rules),
    ...(incoming.upn ? [`upn:${incoming.upn}`] : []),
    ...formerOf(incoming, rules),
  ];
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

/** The pupil's UPN, and those that it had before. */
export function upnsOf({ upn, formerUpns = [] }: MatchIdentity): string[] {
  return [upn, ...formerUpns].flatMap((one) => (one ? [one] : []));
}

/** What an external id of the pupil is at a known one. */
export function externalOf({ supplierIds = {} }: MatchIdentity, { externalIds }: MatchingRules): string[] {
  return externalIds.flatMap((name) => (supplierIds[name] ? [`id:${name}:${supplierIds[name]}`] : []));
}

/** What the pupil's UPN is at one who had it before, and what a UPN that it had before is at one who has it. */
export function formerOf({ upn, formerUpns = [] }: MatchIdentity, rules: MatchingRules): string[] {
  return rules.formerUpns
    ? [...(upn ? [`former:${upn}`] : []), ...formerUpns.map((one) => `upn:${one}`)]
    : [];
}
