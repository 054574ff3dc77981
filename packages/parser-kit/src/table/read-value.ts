import { formatIsoDate, isIsoDate } from '@rollbook/model';

/** Which of day and month a date of figures begins with; England's is `dmy`. */
export type DateOrder = 'dmy' | 'mdy';

export interface DateSettings {
  readonly order: DateOrder;
  /** Two figures of a year up to this one (of this century) are of this century, later ones of the last. */
  readonly latestYear: number;
  /** Serial numbers of days count from 1904 (old Excel for Mac) and not from 1900. */
  readonly dates1904: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FIGURES = /^(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{2}|\d{4})(?:[ T,].*)?$/;
const NAMED =
  /^(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ \-./]([A-Za-z]{3,9})\.?,?[ \-./](\d{2}|\d{4})(?:[ T,].*)?$/;
const SERIAL = /^\d{4,5}(?:\.\d+)?$/;

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function fullYear(text: string, latestYear: number): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const century = latestYear - (latestYear % 100);
  return century + year <= latestYear ? century + year : century - 100 + year;
}

/**
 * A day in any of the spellings that exports use: `dd/mm/yyyy` and with `-` or `.`, `YYYY-MM-DD` with or without a
 * time, `06-Sep-17`, `1 September 2011`, and the serial number of a day of a spreadsheet. Undefined for all else,
 * and for days that the calendar doesn't have.
 */
export function readTableDate(text: string, settings: DateSettings): string | undefined {
  const { length } = text;
  // The two most frequent spellings first, without a pattern
  if (length === 10 && text.charCodeAt(2) === 47 && text.charCodeAt(5) === 47) {
    const first = two(text, 0);
    const second = two(text, 3);
    const year = two(text, 6) * 100 + two(text, 8);
    if (first < 0 || second < 0 || year < 100) return undefined;
    const day = settings.order === 'dmy' ? first : second;
    const month = settings.order === 'dmy' ? second : first;
    const date =
      text.slice(6) +
      '-' +
      (month < 10 ? '0' : '') +
      String(month) +
      '-' +
      (day < 10 ? '0' : '') +
      String(day);
    return isIsoDate(date) ? date : undefined;
  }
  if (length >= 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    if (length === 10) return isIsoDate(text) ? text : undefined;
    const separator = text.charAt(10);
    const day = text.slice(0, 10);
    return (separator === 'T' || separator === ' ') && isIsoDate(day) ? day : undefined;
  }
  return readRareDate(text, settings);
}

function readRareDate(text: string, settings: DateSettings): string | undefined {
  if (text.length > 40) return undefined;
  const figures = FIGURES.exec(text);
  if (figures !== null) {
    const [, first = '', second = '', third = ''] = figures;
    if (first.length === 4) return formatIsoDate(Number(first), Number(second), Number(third));
    if (first.length > 2) return undefined;
    const year = fullYear(third, settings.latestYear);
    return settings.order === 'dmy'
      ? formatIsoDate(year, Number(second), Number(first))
      : formatIsoDate(year, Number(first), Number(second));
  }
  const named = NAMED.exec(text);
  if (named !== null) {
    const month = MONTHS.indexOf((named[2] as string).slice(0, 3).toLowerCase()) + 1;
    if (month === 0) return undefined;
    return formatIsoDate(fullYear(named[3] as string, settings.latestYear), month, Number(named[1]));
  }
  return SERIAL.test(text) ? serialDate(Number(text), settings.dates1904) : undefined;
}

/** The day of a spreadsheet's serial number, 1955 to 2099; others are taken for numbers that are no dates. */
export function serialDate(serial: number, dates1904: boolean): string | undefined {
  // 1899-12-30, since Excel counts a 29 February 1900 that never was; 1904 counts from 0 on 1 January
  const day = Math.floor(serial) + (dates1904 ? -24_107 : -25_569);
  if (day < -5_479 || day > 47_846) return undefined;
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** True when a date was written as a serial number. */
export function isSerialDate(text: string): boolean {
  return SERIAL.test(text);
}

export function readTableFlag(text: string): boolean | undefined {
  // As most systems write them, without a copy in lower case
  if (text === 'True' || text === 'Yes' || text === 'Y') return true;
  if (text === 'False' || text === 'No' || text === 'N') return false;
  switch (text.toLowerCase()) {
    case 'true':
    case 'yes':
    case 'y':
    case 't':
    case '1':
      return true;
    case 'false':
    case 'no':
    case 'n':
    case 'f':
    case '0':
      return false;
    default:
      return undefined;
  }
}

/** A whole number, also as `12.0` or `1,234`; undefined for all else. */
export function readTableInteger(text: string): number | undefined {
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  return /^-?\d{1,9}(?:\.0+)?$/.test(plain) ? Number(plain) : undefined;
}

/** School days, such as `1.5` or `1.500000`, as sessions: two a day. Undefined when they make no whole sessions. */
export function readDaysAsSessions(text: string): number | undefined {
  if (!/^\d{1,4}(?:\.\d+)?$/.test(text)) return undefined;
  const sessions = Number(text) * 2;
  return Number.isInteger(sessions) ? sessions : undefined;
}

const YEAR_WORDS: Readonly<Record<string, string>> = {
  r: 'R',
  rec: 'R',
  reception: 'R',
  yr: 'R',
  yearr: 'R',
  year0: 'R',
  f2: 'R',
  fs2: 'R',
  foundation2: 'R',
  '0': 'R',
  n: 'N2',
  nursery: 'N2',
  n1: 'N1',
  n2: 'N2',
  nursery1: 'N1',
  nursery2: 'N2',
  f1: 'N2',
  fs1: 'N2',
  e1: 'E1',
  e2: 'E2',
  x: 'X',
};
const YEARS = new Map<string, string | undefined>();

/** A year group as in the DfE's list (`R`, `7`, `N1`) from `Year  7`, `Yr 7`, `Y7`, `07`, `Reception` and the like. */
export function readYearGroup(text: string): string | undefined {
  let year = YEARS.get(text);
  if (year === undefined && !YEARS.has(text)) {
    // A minus is kept, so that the -1 of a system with numbers below Reception is not year 1
    const word = text.toLowerCase().replace(/[^a-z0-9.-]|(?<=[a-z])-/g, '');
    const figures = /^(?:nationalcurriculumyear|ncyear|yeargroup|year|yr|y)?0*(\d{1,2})(?:\.0+)?$/.exec(word);
    const number = figures === null ? NaN : Number(figures[1]);
    year =
      number >= 1 && number <= 14
        ? String(number)
        : Object.hasOwn(YEAR_WORDS, word)
          ? YEAR_WORDS[word]
          : undefined;
    if (year === undefined && number === 0) year = 'R';
    if (YEARS.size < 1_000) YEARS.set(text, year);
  }
  return year;
}

/** Whether a pupil is on roll, by the words that columns of status use. */
export function readOnRoll(text: string): boolean | undefined {
  switch (text.toLowerCase()) {
    case 'active':
    case 'current':
    case 'on roll':
      return true;
    case 'left':
    case 'leaver':
    case 'former':
    case 'off roll':
      return false;
    default:
      return readTableFlag(text);
  }
}

const LONG_SESSION = /^(?:(am|morning)|(?:pm|afternoon))\b/;

/** `AM` or `PM`, also as `Morning`, `A`, `1`, `Afternoon Roll Call`. */
export function readSession(text: string): 'AM' | 'PM' | undefined {
  switch (text.toLowerCase()) {
    case 'am':
    case 'a':
    case 'a.m.':
    case 'morning':
    case '1':
      return 'AM';
    case 'pm':
    case 'p':
    case 'p.m.':
    case 'afternoon':
    case '2':
      return 'PM';
    default: {
      const match = LONG_SESSION.exec(text.toLowerCase());
      return match === null ? undefined : match[1] === undefined ? 'PM' : 'AM';
    }
  }
}

/** `Smith, Ann` or `Ann Smith` as surname and forename. Undefined for a single word. */
export function splitName(text: string): { readonly surname: string; readonly forename: string } | undefined {
  const comma = text.indexOf(',');
  if (comma > 0) {
    const surname = text.slice(0, comma).trim();
    const forename = text.slice(comma + 1).trim();
    return surname === '' || forename === '' ? undefined : { surname, forename };
  }
  const space = text.indexOf(' ');
  if (space < 1) return undefined;
  return { forename: text.slice(0, space), surname: text.slice(space + 1).trim() };
}

/** Pounds as integer pence: `£1,234.50`, `1234.5`. Undefined for all else, and below zero. */
export function readPence(text: string): number | undefined {
  const match = /^£?\s?(\d{1,3}(?:,\d{3})*|\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, pounds = '', pence = ''] = match;
  return Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'));
}
