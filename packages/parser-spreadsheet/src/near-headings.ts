import { headingKey, numberedKey } from '@rollbook/parser-kit';
import { spreadsheetHeadings } from './spreadsheet-headings.js';
import { nearestWord } from './edit-distance.js';

let words: readonly string[] | undefined;

/** Every heading that is commonly known, as key. */
function vocabulary(): readonly string[] {
  if (words === undefined) {
    const { always, contact, sections } = spreadsheetHeadings;
    const all = new Set(always.keys());
    for (const { headings } of sections) for (const key of headings.keys()) all.add(key);
    for (const part of contact.keys()) for (const whose of ['contact', 'parent']) all.add(`${whose}${part}`);
    // Short ones are too near to each other
    words = [...all].filter(({ length }) => length >= 5);
  }
  return words;
}

/**
 * The known heading that one was meant to be, when it is one or two letters off; words of five letters and more. A
 * number at the end, or behind "Contact", stays.
 */
export function nearHeading(heading: string): Near | undefined {
  const key = headingKey(heading);
  if (key.length < 5 || key.length > 60 || !/^[a-z]/.test(key)) return undefined;
  const found = [nearestOf(key), nearestWithNumberBehind(key), nearestContact(key)];
  return found.filter((near) => near !== undefined).sort((one, other) => one.distance - other.distance)[0];
}

interface Near {
  readonly heading: string;
  readonly distance: number;
}

/** `Natoinality 2` */
function nearestWithNumberBehind(key: string): Near | undefined {
  const numbered = numberedKey(key);
  const base = numbered === undefined ? undefined : nearestOf(numbered.key);
  return numbered === undefined || base === undefined
    ? undefined
    : { ...base, heading: `${base.heading}${numbered.number}` };
}

/** `Contct 2 Surname` */
function nearestContact(key: string): Near | undefined {
  const between = /^(\D+)(\d{1,2})(\D+)$/.exec(key);
  if (between === null) return undefined;
  const [, before = '', number = '', behind = ''] = between;
  const whole = nearestOf(before + behind);
  const whose = /^(contact|parent)/.exec(whole?.heading ?? '')?.[1];
  if (whole === undefined || whose === undefined) return undefined;
  return { ...whole, heading: `${whose}${number}${whole.heading.slice(whose.length)}` };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function nearestOf(key: string): Near | undefined {
  if (key.length < 5) return undefined;
  const found = nearestWord(key, vocabulary(), key.length >= 8 ? 2 : 1);
  // A number says which of several it is, and is no slip
  return found === undefined || digitsOf(found.word) !== digitsOf(key)
    ? undefined
    : { heading: found.word, distance: found.distance };
}
