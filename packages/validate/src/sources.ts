/** Where a rule comes from. */
export interface RuleSource {
  readonly document: string;
  readonly section: string;
  /** True when the rule and its number were seen in public material; see docs/formats/rules.md. */
  readonly confirmed: boolean;
}

/** A numbered validation rule of the DfE's School Census. */
export function census(number: number): RuleSource {
  return {
    document: 'DfE, School census 2018 to 2019, validation rules',
    section: `rule ${number}`,
    confirmed: true,
  };
}

/** A rule of Rollbook's own, upheld by a public document. */
export function ownRule(document: string, section: string): RuleSource {
  return { document, section, confirmed: false };
}

/** A rule of Rollbook's own that follows from what the records mean. */
export function byDefinition(section: string): RuleSource {
  return { document: 'Rollbook, canonical records', section, confirmed: false };
}
