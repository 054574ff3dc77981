import { formatLaestab, isLaestab } from '@rollbook/model';
import { codeReaderOf, createCodeReader, type CodeReader } from './code-words.js';
import { codeSets } from '@rollbook/model';
import type { Draft } from './draft.js';
import { type ColumnMeaning, type FieldSpec, tableFields } from './fields.js';
import {
  type DateSettings,
  isSerialDate,
  readDaysAsSessions,
  readOnRoll,
  readPence,
  readSession,
  readTableDate,
  readTableFlag,
  readTableInteger,
  readYearGroup,
  splitName,
} from './read-value.js';

const LONGEST_CODE = 40;
/** Places in an order, which count from 1. */
const FROM_ONE = new Set(['priority', 'rank', 'preference']);
const YEAR_SPAN = /^(\d{4})(?:\s*[/\-–]\s*(?:\d{2}|\d{4}))?$/;

/** Puts the text of a cell into a draft. The text is neither empty nor has it white space around. */
export type ApplyCell = (draft: Draft, text: string) => void;

export interface ApplyContext {
  readonly prefix: string;
  readonly dates: DateSettings;
  /** Words for codes beyond the labels, by id of the code set. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** True the first time that it is asked about a column. */
  readonly once: (code: string, heading: string) => boolean;
}

function sent(draft: Draft, field: string, text: string): void {
  (draft.sent ??= {})[field] = text;
}

function readerFor(spec: FieldSpec, context: ApplyContext): CodeReader | undefined {
  if (spec.set === undefined) return undefined;
  const words = context.codes?.[spec.set];
  if (words === undefined) return codeReaderOf(spec.set);
  const set = Object.values(codeSets).find(({ id }) => id === spec.set);
  return set === undefined ? undefined : createCodeReader(set, words);
}

type ReadCell = (draft: Draft, text: string) => string | number | boolean | undefined;

function fallible(
  read: (text: string) => string | number | boolean | undefined,
  code:
    'flag-unreadable' | 'number-unreadable' | 'year-unreadable' | 'session-unreadable' | 'date-unreadable',
  field: string,
  heading: string,
  prefix: string,
): ReadCell {
  return (draft, text) => {
    const value = read(text);
    if (value === undefined) {
      sent(draft, field, text);
      draft.issue(prefix, code, field, heading, text);
    } else if (typeof value !== 'string' ? String(value) !== text : value !== text) sent(draft, field, text);
    return value;
  };
}

/** Days of a column that are remembered: a school's birth dates, and its pupils' first days. */
const MOST_DATES = 8_000;

/** Dates read once each: a table has the same ones over and over, and building them anew is what costs. */
function rememberDates(settings: DateSettings): (text: string) => string | undefined {
  let dates = new Map<string, string>();
  return (text) => {
    const known = dates.get(text);
    if (known !== undefined) return known;
    const date = readTableDate(text, settings);
    if (date !== undefined) {
      if (dates.size >= MOST_DATES) dates = new Map();
      dates.set(text, date);
    }
    return date;
  };
}

function readAcademicYear(text: string): number | undefined {
  const match = YEAR_SPAN.exec(text);
  const year = match === null ? 0 : Number(match[1]);
  return year >= 1900 && year <= 2200 ? year : undefined;
}

function cellReader(spec: FieldSpec, field: string, heading: string, context: ApplyContext): ReadCell {
  const { prefix, dates } = context;
  switch (spec.read) {
    case 'upn':
      return (draft, text) => {
        const upn = isPlainUpper(text) ? text : text.toUpperCase().replace(/\s/g, '');
        if (upn !== text) sent(draft, field, text);
        return upn;
      };
    case 'date': {
      const read = fallible(rememberDates(dates), 'date-unreadable', field, heading, prefix);
      return (draft, text) => {
        const date = read(draft, text);
        if (
          date !== undefined &&
          text.length <= 7 &&
          isSerialDate(text) &&
          context.once('date-serial', heading)
        ) {
          draft.issue(prefix, 'date-serial', field, heading);
        }
        return date;
      };
    }
    case 'flag':
      return fallible(readTableFlag, 'flag-unreadable', field, heading, prefix);
    case 'integer':
      return fallible(
        (text) => atLeast(FROM_ONE.has(field) ? 1 : 0, readTableInteger(text)),
        'number-unreadable',
        field,
        heading,
        prefix,
      );
    case 'number':
      return fallible(
        (text) => (/^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined),
        'number-unreadable',
        field,
        heading,
        prefix,
      );
    case 'pence':
      return fallible(readPence, 'number-unreadable', field, heading, prefix);
    case 'calendar-year':
      return fallible(
        (text) => (/^(?:19|20|21)\d{2}$/.test(text) ? Number(text) : undefined),
        'number-unreadable',
        field,
        heading,
        prefix,
      );
    case 'days':
      return fallible(readDaysAsSessions, 'number-unreadable', field, heading, prefix);
    case 'year':
      return fallible(readYearGroup, 'year-unreadable', field, heading, prefix);
    case 'session':
      return fallible(readSession, 'session-unreadable', field, heading, prefix);
    case 'on-roll':
      return fallible(readOnRoll, 'flag-unreadable', field, heading, prefix);
    case 'academic-year':
      return fallible(readAcademicYear, 'number-unreadable', field, heading, prefix);
    case 'laestab':
      return fallible(
        (text) => {
          const digits = text.replace(/[/\s-]/g, '');
          return isLaestab(digits) ? digits : formatLaestab(digits.slice(0, 3), digits.slice(3));
        },
        'number-unreadable',
        field,
        heading,
        prefix,
      );
    case 'code': {
      const reader = readerFor(spec, context);
      return (draft, text) => {
        const code = reader === undefined ? text : reader.read(text);
        if (code !== undefined && code.length <= LONGEST_CODE) {
          if (code !== text) sent(draft, field, text);
          return code;
        }
        if (text.length > LONGEST_CODE) {
          sent(draft, field, text);
          draft.issue(prefix, 'code-too-long', field, heading, text);
          return undefined;
        }
        draft.issue(prefix, 'code-unknown', field, heading, text);
        return text;
      };
    }
    default:
      return (_, text) => text;
  }
}

/** Nothing but capitals and figures. */
function isPlainUpper(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return false;
  }
  return true;
}

function atLeast(least: number, value: number | undefined): number | undefined {
  return value !== undefined && value >= least ? value : undefined;
}

function pushDistinct(
  record: Record<string, unknown>,
  name: string,
  value: unknown,
  same: (other: never) => boolean,
): void {
  const list = record[name] as unknown[] | undefined;
  if (list === undefined) record[name] = [value];
  else if (!list.some((other) => same(other as never))) list.push(value);
}

/** How cells of a column go into records: made once for a header, called for every row. */
export function createApply(meaning: ColumnMeaning, heading: string, context: ApplyContext): ApplyCell {
  const apply = createPlainApply(meaning, heading, context);
  const { translate } = meaning;
  if (translate === undefined) return apply;
  const { path, read } = tableFields[meaning.field];
  const name = read === 'name' ? 'surname' : path;
  return (draft, text) => {
    const translated = translate(text);
    if (translated !== '') apply(draft, translated);
    if (translated !== text) sent(draft, name, text);
  };
}

function createPlainApply(meaning: ColumnMeaning, heading: string, context: ApplyContext): ApplyCell {
  const spec = tableFields[meaning.field];
  const { path, list } = spec;
  const { parameter, with: constants } = meaning;
  const field = path.startsWith('address.') ? 'address' : path;
  const read = cellReader(spec, path, heading, context);
  const withConstants = (apply: ApplyCell): ApplyCell =>
    constants === undefined
      ? apply
      : (draft, text) => {
          Object.assign(draft.record, constants);
          apply(draft, text);
        };

  if (spec.read === 'name') return withConstants(applyName(heading, context));
  if (path === 'address.lines') {
    return (draft, text) => {
      const parts = text.split(/\r\n|\r|\n/);
      const lines = (parts.length > 1 ? parts : text.split(','))
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const address = (draft.record.address ??= {}) as Record<string, unknown>;
      address.lines = lines.slice(0, 10);
      if (lines.length > 10 || lines.join('\n') !== text) sent(draft, 'address.lines', text);
    };
  }
  if (path.startsWith('address.line')) {
    return (draft, text) => {
      const address = (draft.record.address ??= {}) as { lines?: string[] };
      // Lines come in the order of their columns; an empty one leaves no gap
      (address.lines ??= []).push(text);
    };
  }
  if (field === 'address') {
    const name = path.slice('address.'.length);
    return (draft, text) => {
      ((draft.record.address ??= {}) as Record<string, unknown>)[name] = text;
    };
  }
  if (path === 'supplierIds' || path === 'sessionsByCode') {
    const name = parameter ?? 'id';
    return (draft, text) => {
      const value = read(draft, text);
      if (value !== undefined) ((draft.record[path] ??= {}) as Record<string, unknown>)[name] = value;
    };
  }
  switch (list) {
    case 'number':
      return (draft, text) => {
        const value = parameter === undefined ? { number: text } : { number: text, type: parameter };
        pushDistinct(
          draft.record,
          path,
          value,
          (other: { number: string; type?: string }) => other.number === text && other.type === parameter,
        );
      };
    case 'address':
      return (draft, text) => {
        const value = parameter === undefined ? { address: text } : { address: text, type: parameter };
        pushDistinct(
          draft.record,
          path,
          value,
          (other: { address: string; type?: string }) => other.address === text && other.type === parameter,
        );
      };
    case 'code':
      return (draft, text) => {
        const code = read(draft, text);
        if (code === undefined) return;
        const value = parameter === undefined ? { code } : { code, type: parameter };
        pushDistinct(
          draft.record,
          path,
          value,
          (other: { code: unknown; type?: string }) => other.code === code && other.type === parameter,
        );
      };
    case 'plain':
      return (draft, text) => {
        const value = read(draft, text);
        if (value !== undefined) pushDistinct(draft.record, path, value, (other) => other === value);
      };
    default:
      break;
  }
  if (spec.read === 'text') {
    return withConstants((draft, text) => {
      draft.record[path] = text;
    });
  }
  return withConstants((draft, text) => {
    const value = read(draft, text);
    if (value !== undefined) draft.record[path] = value;
  });
}

/** A whole name counts only where surname and forename are not given apart. */
function applyName(heading: string, { prefix, once }: ApplyContext): ApplyCell {
  return (draft, text) => {
    const { record } = draft;
    if (record.surname !== undefined && record.forename !== undefined) {
      draft.keep(heading, text);
      return;
    }
    const name = splitName(text);
    sent(draft, 'surname', text);
    if (name === undefined) {
      record.surname ??= text;
      draft.issue(prefix, 'name-unreadable', 'surname', heading, text);
      return;
    }
    record.surname ??= name.surname;
    record.forename ??= name.forename;
    if (once('name-split', heading)) draft.issue(prefix, 'name-split', 'surname', heading);
  };
}
