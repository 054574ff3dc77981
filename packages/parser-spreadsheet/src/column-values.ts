import { type CodeSet, isLaestab, isUln, isUpn, normaliseUpn } from '@rollbook/model';
import {
  createCodeReader,
  readSession,
  readTableDate,
  readTableFlag,
  readYearGroup,
} from '@rollbook/parser-kit';

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;
const PHONE = /^(?:\+44 ?(?:\(0\))?|0)[\d ()-]{8,14}\d(?: ?(?:x|ext)\.? ?\d+)?$/;
const SEXES = new Set(['m', 'f', 'male', 'female', 'boy', 'girl']);
const NAME = /^\p{L}[\p{L}\p{M}'’`. -]*$/u;
const MARKS = /^[/\\A-Z#\- ]+$/;

/** A day of a cell: a date in figures or words, or the number of a day from 1968 to 2037 that a spreadsheet counts. */
export function dayOf(text: string, order: 'dmy' | 'mdy' = 'dmy'): string | undefined {
  const settings = { order, latestYear: new Date().getUTCFullYear(), dates1904: false };
  if (!/^[\d.]+$/.test(text)) return readTableDate(text, settings);
  const number = Number(text);
  // 01.09.2015 isn't a number
  if (Number.isNaN(number)) return readTableDate(text, settings);
  return Number.isInteger(number) && number >= 25_000 && number <= 50_300
    ? readTableDate(text, settings)
    : undefined;
}

/** What a value can be. None is exclusive: `M` is a sex, a mark and a name. */
const TESTS = {
  upn: (text: string) => isUpn(normaliseUpn(text)),
  'upn-shaped': (text: string) => /^[A-Z]\d{11}[\dA-Z]$/.test(normaliseUpn(text)),
  uln: (text: string) => isUln(text.replace(/\s/g, '')),
  date: (text: string) => dayOf(text) !== undefined || dayOf(text, 'mdy') !== undefined,
  postcode: (text: string) => POSTCODE.test(text),
  sex: (text: string) => SEXES.has(text.toLowerCase()),
  year: (text: string) => readYearGroup(text) !== undefined,
  'year-word': (text: string) => /\D/.test(text) && readYearGroup(text) !== undefined,
  email: (text: string) => /^[^\s@,;]+@[^\s@,;]+\.[A-Za-z]{2,}$/.test(text),
  phone: (text: string) => PHONE.test(text),
  'phone-without-zero': (text: string) => /^7\d{9}$/.test(text),
  flag: (text: string) => readTableFlag(text) !== undefined,
  integer: (text: string) => /^\d{1,9}(?:\.0+)?$/.test(text),
  number: (text: string) => /^\d{1,9}(?:\.\d+)?$/.test(text),
  laestab: (text: string) => isLaestab(text.replace(/[/\s-]/g, '')),
  session: (text: string) => readSession(text) !== undefined && /\D/.test(text),
  'academic-year': (text: string) => /^(?:19|20)\d{2}(?:\s*[/–-]\s*(?:\d{2}|\d{4}))?$/.test(text),
  mark: (text: string) => text.length <= 2 && MARKS.test(text),
  'mark-string': (text: string) => text.length >= 8 && MARKS.test(text) && /[/\\]/.test(text),
  'slash-mark': (text: string) => text === '/' || text === '\\',
  name: (text: string) => text.length > 1 && NAME.test(text),
  'surname-comma': (text: string) => /^\p{L}[^,\d]*, ?\p{L}[^,\d]*$/u.test(text),
  letters: (text: string) => /\p{L}/u.test(text),
  group: (text: string) => /^(?:1[0-4]|[1-9]|R|N)[ -]?[A-Z]{1,4}\d?$/i.test(text),
  digits: (text: string) => /^\d+$/.test(text),
} as const satisfies Record<string, (text: string) => boolean>;

export type ValueTest = keyof typeof TESTS;

/** The values of a column that were looked at, without empty cells, and what share of them can be what. */
export class ColumnValues {
  readonly values: readonly string[];
  readonly distinct: number;
  readonly #shares = new Map<string, number>();

  constructor(cells: readonly string[]) {
    this.values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    this.distinct = new Set(this.values).size;
  }

  get filled(): number {
    return this.values.length;
  }

  /** From 0 to 1; 0 for an empty column. */
  share(test: ValueTest): number {
    return this.#share(test, TESTS[test]);
  }

  /** Share that are codes, or words for codes, of a set. */
  shareOfCodes(set: CodeSet, wordsToo: boolean): number {
    const reader = createCodeReader(set);
    return wordsToo
      ? this.#share(`words ${set.id}`, (text) => reader.read(text) !== undefined)
      : this.#share(`codes ${set.id}`, (text) => set.has(text.toUpperCase()));
  }

  #share(name: string, test: (text: string) => boolean): number {
    let share = this.#shares.get(name);
    if (share === undefined) {
      let count = 0;
      for (const value of this.values) if (test(value)) count++;
      share = this.values.length === 0 ? 0 : count / this.values.length;
      this.#shares.set(name, share);
    }
    return share;
  }

  /** Days of the values that are dates, sorted. */
  days(order: 'dmy' | 'mdy' = 'dmy'): readonly string[] {
    return this.values.flatMap((value) => dayOf(value, order) ?? []).sort();
  }
}

/** `96 in 100` */
export function inHundred(share: number): string {
  return share >= 0.995 ? 'all' : `${Math.floor(share * 100)} in 100`;
}
