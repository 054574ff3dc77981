import { codeSets, type CodeSet } from '@rollbook/model';

/** Words beyond the labels of the DfE's lists, as MIS and people write them, by code set and code. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sexes: { F: ['Girl', 'Woman'], M: ['Boy', 'Man'] },
  'sen-provisions': {
    N: ['No SEN', 'None', 'No SEND', 'No special educational needs', 'No specified special educational need'],
    K: ['SEN Support', 'SEND Support', 'School Support'],
    E: [
      'EHCP',
      'EHC Plan',
      'EHC',
      'Education Health and Care Plan',
      'Education, Health and Care Plan (EHCP)',
    ],
    A: ['School Action', 'Early Years Action'],
    P: ['School Action Plus', 'School Action+', 'Early Years Action Plus'],
    S: ['Statemented', 'Statement of SEN'],
  },
  'exclusion-categories': {
    SUSP: ['Suspended', 'Suspension (fixed period)', 'Suspension (fixed term)'],
    FIXD: ['Fixed Term', 'Fixed Period', 'Fixed', 'Fixed Term Exclusion', 'FTE'],
    PERM: ['Permanent', 'Permanently excluded', 'PEX'],
    LNCH: ['Lunchtime', 'Lunch time', 'Lunchtime suspension'],
  },
  'enrolment-statuses': {
    C: [
      'Current',
      'Single Registration',
      'Current single registration',
      'Current (single registration at this school)',
      'Single',
      'Sole',
    ],
    M: ['Main', 'Main dual registration', 'Current main', 'Current Main (dual registration)', 'Dual main'],
    S: [
      'Subsidiary',
      'Subsidiary dual registration',
      'Current Subsidiary (dual registration)',
      'Dual subsidiary',
    ],
    G: ['Guest', 'Guest pupil', 'Guest (pupil not registered at this school)'],
    F: ['FE College', 'Further Education'],
    O: ['Other', 'Other provider'],
  },
  'boarder-statuses': {
    N: ['No', 'Day pupil', 'Day', 'Non boarder', 'Not boarder', 'False'],
    B: ['Yes', 'Boarder', 'Boarding', 'Full boarder', 'Weekly boarder', 'True'],
  },
  'service-child-indicators': {
    Y: ['True', '1', 'Yes - parents serving in regular military units'],
    N: ['False', '0'],
  },
  'contact-relationships': { PAM: ['Mum', 'Mother'], PAF: ['Dad', 'Father'] },
  languages: { ENG: ['English'] },
};

function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');
}

export interface CodeReader {
  /** The code for a code or description; undefined when neither is known. */
  read(text: string): string | undefined;
}

const MOST_CACHED = 2_000;

/** Reads codes and their descriptions by a code set; what maps to several codes is not taken for any. */
export function createCodeReader(set: CodeSet, extra: Readonly<Record<string, string>> = {}): CodeReader {
  const words = new Map<string, string | undefined>();
  const add = (word: string, code: string): void => {
    const key = wordKey(word);
    if (key === '') return;
    const known = words.get(key);
    words.set(key, words.has(key) && known !== code ? undefined : code);
  };
  for (const entry of set.entries) add(entry.label, entry.code);
  const own = new Set<string>();
  for (const [code, list] of Object.entries(WORDS[set.id] ?? {})) {
    for (const word of list) {
      words.set(wordKey(word), code);
      own.add(wordKey(word));
    }
  }
  for (const [word, code] of Object.entries(extra)) words.set(wordKey(word), code);
  const cache = new Map<string, string | undefined>();
  return {
    read(text) {
      const known = cache.get(text);
      if (known !== undefined || cache.has(text)) return known;
      const upper = text.toUpperCase();
      const code =
        (Object.hasOwn(extra, text) ? extra[text] : undefined) ??
        (set.has(text) ? text : set.has(upper) ? upper : words.get(wordKey(text)));
      if (cache.size < MOST_CACHED) cache.set(text, code);
      return code;
    },
  };
}

const READERS = new Map<string, CodeReader>();

/** The reader of a code set of the model, by its id. */
export function codeReaderOf(id: string): CodeReader {
  let reader = READERS.get(id);
  if (reader === undefined) {
    const set = Object.values(codeSets).find((candidate) => candidate.id === id);
    if (set === undefined) throw new Error(`There is no code set ${id}.`);
    READERS.set(id, (reader = createCodeReader(set)));
  }
  return reader;
}
