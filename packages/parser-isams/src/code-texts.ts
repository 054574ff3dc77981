import {
  type CodeSet,
  contactRelationships,
  ethnicities,
  languages,
  religions,
  senNeeds,
  senProvisions,
  sexes,
} from '@rollbook/model';

/** Texts that are remembered; a file has some hundred, a hostile one must not fill the memory. */
const MOST_REMEMBERED = 2_000;

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Finds the DfE's code for what iSAMS writes in words. */
export interface CodeTexts {
  /** The code, or undefined when the text is none that is known. */
  find(text: string): string | undefined;
}

interface Alternatives {
  /** Codes by texts that are no label, in lower case without punctuation. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Openings that may stand before a label: the heading that a list has its entries under. */
  readonly headings?: readonly string[];
}

function codeTexts(set: CodeSet, { aliases = {}, headings = [] }: Alternatives = {}): CodeTexts {
  const byText = new Map<string, string>(Object.entries(aliases));
  // Main codes first, so that a label that an extended code shares is the main code's.
  for (const extended of [false, true]) {
    for (const entry of set.entries) {
      if ((entry.main !== undefined) !== extended) continue;
      const text = normalise(entry.label);
      if (!byText.has(text)) byText.set(text, entry.code);
    }
  }
  const codes = new Set<string>(set.codes);
  const remembered = new Map<string, string | undefined>();
  const search = (text: string): string | undefined => {
    if (codes.has(text)) return text;
    const words = normalise(text);
    const found = byText.get(words);
    if (found !== undefined) return found;
    for (const heading of headings) {
      const rest = words.startsWith(heading) ? byText.get(words.slice(heading.length).trim()) : undefined;
      if (rest !== undefined) return rest;
    }
    return codes.has(text.toUpperCase()) ? text.toUpperCase() : undefined;
  };
  return {
    find(text) {
      if (remembered.has(text)) return remembered.get(text);
      const code = search(text);
      if (remembered.size < MOST_REMEMBERED) remembered.set(text, code);
      return code;
    },
  };
}

export const sexTexts = codeTexts(sexes, { aliases: { boy: 'M', girl: 'F' } });

export const ethnicityTexts = codeTexts(ethnicities, {
  aliases: {
    'mixed other': 'MOTH',
    'other mixed background': 'MOTH',
    'asian other': 'AOTH',
    'black other': 'BOTH',
    'white other': 'WOTH',
    'white any other background': 'WOTH',
    caribbean: 'BCRB',
    african: 'BAFR',
    'gypsy roma': 'WROM',
    'traveller of irish heritage': 'WIRT',
    'not obtained': 'NOBT',
    'prefer not to say': 'REFU',
  },
  // Longest first, since one may begin as another does.
  headings: [
    'asian or asian british',
    'black or black british',
    'mixed dual background',
    'mixed',
    'asian',
    'black',
  ],
});

export const languageTexts = codeTexts(languages, {
  aliases: {
    punjabi: 'PNJ',
    'chinese mandarin': 'CHIM',
    'chinese cantonese': 'CHIC',
    mandarin: 'CHIM',
    cantonese: 'CHIC',
  },
});

export const religionTexts = codeTexts(religions, {
  aliases: {
    islam: 'MU',
    none: 'NR',
    catholic: 'RC',
    judaism: 'JE',
    hinduism: 'HI',
    buddhism: 'BU',
    sikhism: 'SI',
    other: 'OF',
  },
});

/** Words of `RelationshipRaw`, a free text. Those with no entry of the DfE's list stay without a code. */
export const relationshipTexts = codeTexts(contactRelationships, {
  aliases: {
    mum: 'PAM',
    dad: 'PAF',
    stepmother: 'STM',
    stepfather: 'STF',
    'foster parent': 'FOS',
    'step parent': 'STP',
    grandmother: 'FAM',
    grandfather: 'FAM',
    grandparent: 'FAM',
    brother: 'FAM',
    sister: 'FAM',
    aunt: 'REL',
    uncle: 'REL',
    'social worker': 'SWR',
    'child minder': 'CHM',
    gp: 'DOC',
    other: 'OTH',
  },
});

export const provisionTexts = codeTexts(senProvisions, {
  aliases: {
    'no sen': 'N',
    none: 'N',
    support: 'K',
    ehcp: 'E',
    'ehc plan': 'E',
    'school action': 'A',
    'early years action': 'A',
    'school action plus': 'P',
    'early years action plus': 'P',
    'statement of sen': 'S',
    statemented: 'S',
  },
});

export const needTexts = codeTexts(senNeeds, {
  aliases: {
    autism: 'ASD',
    'autism spectrum disorder': 'ASD',
    dyslexia: 'SPLD',
    'social emotional and mental health difficulties': 'SEMH',
    'visual impairment': 'VI',
    'speech and language': 'SLCN',
    other: 'OTH',
  },
});
