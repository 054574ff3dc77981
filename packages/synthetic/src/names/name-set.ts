/** Names that are met together. All lists are made for this package; no list of real persons went into them. */
export interface NameSet {
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly surnames: readonly string[];
  /** Surname of a woman or girl of the family, where the language tells them apart. */
  readonly feminine?: (surname: string) => string;
  /** Forenames in the family's own script, which schools at times hold as preferred names. */
  readonly ownScript?: { readonly girls: readonly string[]; readonly boys: readonly string[] };
  /** Share of families with a surname of two parts, joined by a hyphen or a space; 0 when not given. */
  readonly double?: { readonly share: number; readonly joint: '-' | ' ' };
}

/** A list from one line of names parted by commas. */
export function names(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim().normalize('NFC'));
}
