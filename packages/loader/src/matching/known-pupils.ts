import { foldName } from './fold-name.js';
import { identifiersOf, soughtOf } from './identifiers.js';
import type { KnownIdentity, MatchIdentity } from './match-identity.js';
import { swapped } from './score.js';
import type { MatchingRules } from './settings.js';

/**
 * Pupils of persons, found by what makes them possibly the same child as another: an identifier, the day of birth (also with day
 * and month exchanged), or both names. What is found depends on the two alone, not on who else is looked for.
 */
export class KnownPupils {
  readonly #byIdentifier = new Map<string, KnownIdentity[]>();
  readonly #byDay = new Map<string, KnownIdentity[]>();
  readonly #byNames = new Map<string, KnownIdentity[]>();

  constructor(known: Iterable<KnownIdentity> = []) {
    for (const one of known) this.#add(one);
  }

  #add(one: KnownIdentity): void {
    for (const identifier of one.identifiers) put(this.#byIdentifier, identifier, one);
    if (one.birthDate !== undefined) put(this.#byDay, one.birthDate, one);
    const names = namesOf(one);
    if (names !== undefined) put(this.#byNames, names, one);
  }

  /** A pupil that was linked just now. */
  addPupil(personId: string, pupil: MatchIdentity): void {
    const { surname, forename, birthDate, sex } = pupil;
    this.#add({
      ...{ personId, active: true, surname, forename, birthDate, sex },
      identifiers: new Set(identifiersOf(pupil)),
    });
  }

  /** Those who may be this child. */
  near(pupil: MatchIdentity, rules: MatchingRules): KnownIdentity[] {
    const found = new Set<KnownIdentity>();
    const take = (some: readonly KnownIdentity[] | undefined): void => {
      for (const one of some ?? []) found.add(one);
    };
    for (const identifier of soughtOf(pupil, rules)) take(this.#byIdentifier.get(identifier));
    if (pupil.birthDate !== undefined) {
      take(this.#byDay.get(pupil.birthDate));
      take(this.#byDay.get(swapped(pupil.birthDate)));
    }
    const names = namesOf(pupil);
    if (names !== undefined) take(this.#byNames.get(names));
    return [...found];
  }
}

function put(map: Map<string, KnownIdentity[]>, key: string, one: KnownIdentity): void {
  const there = map.get(key);
  if (there) there.push(one);
  else map.set(key, [one]);
}

function namesOf({ surname, forename }: Pick<MatchIdentity, 'surname' | 'forename'>): string | undefined {
  const [family, given] = [foldName(surname ?? ''), foldName(forename ?? '')];
  return family === '' || given === '' ? undefined : `${family}\n${given}`;
}
