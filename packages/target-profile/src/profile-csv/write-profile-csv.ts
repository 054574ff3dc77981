import type { PupilWithRecords } from '@rollbook/loader';
import { addDays } from '@rollbook/model';
import { createDelimitedWriter, recordReference, type Issue } from '@rollbook/parser-kit';
import { enrolmentOn } from '../snapshot/enrolment-on.js';
import { recordsOf } from '../snapshot/records-of.js';
import { activityFieldNames, type ProfileField, profileFields, tellsTooMuch } from './profile-fields.js';
import { type ProfileIssueCode, profileIssues } from './profile-issues.js';
import type { ProfileCsv } from './profile-layout.js';

export interface WriteProfileCsvOptions {
  /** The day that is told of, `YYYY-MM-DD`. */
  readonly date: string;
  /** Columns of special category data (and free meals, exclusions) are filled only when it is `include`. */
  readonly special?: 'include' | undefined;
  /** Children whose address is protected. */
  readonly withholdAddress?: ((pupil: PupilWithRecords) => boolean) | undefined;
  readonly onIssue?: ((issue: Issue) => void) | undefined;
  /** Called once, behind the last row. */
  readonly onBalance?: ((balance: ProfileCsvBalance) => void) | undefined;
}

/** What became of the pupils: `received` is `written` and all that was left out. */
export interface ProfileCsvBalance {
  readonly received: number;
  readonly written: number;
  /** `not-selected`: another year, or not enrolled; `faulty`: a value that its column doesn't take. */
  readonly leftOut: { readonly 'not-selected': number; readonly faulty: number };
  /** Values that were there and weren't written. */
  readonly withheld: { readonly special: number; readonly address: number };
}

/**
 * Writes a declared CSV, as pieces of text (without a byte order mark: {@link encodeProfileCsv} puts it). Cells that a spreadsheet
 * would run begin with an apostrophe. A row with a value that its column doesn't take is left out whole, with an issue.
 */
export async function* writeProfileCsv(
  pupils: AsyncIterable<PupilWithRecords> | Iterable<PupilWithRecords>,
  layout: ProfileCsv,
  options: WriteProfileCsvOptions,
): AsyncGenerator<string, void, undefined> {
  const { delimiter, newline, header, columns } = layout;
  const row = createDelimitedWriter({
    delimiter,
    newline: newline === 'crlf' ? '\r\n' : '\n',
    escapeFormulas: true,
  });
  const counts = { received: 0, written: 0, notSelected: 0, faulty: 0, special: 0, address: 0 };
  let piece = header ? row(columns.map(({ heading }) => heading)) : '';
  for await (const one of pupils) {
    counts.received++;
    if (!isSelected(one, layout, options.date)) {
      counts.notSelected++;
      continue;
    }
    const cells = cellsOf(one, layout, options, counts);
    if (!cells) {
      counts.faulty++;
      continue;
    }
    counts.written++;
    piece += row(cells);
    if (piece.length >= 65_536) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
  const { received, written, notSelected, faulty, special, address } = counts;
  options.onBalance?.({
    ...{ received, written, withheld: { special, address } },
    leftOut: { 'not-selected': notSelected, faulty },
  });
}

/** Days for which one who left stands among early leavers. */
const LEFT_WITHIN = 30;

function isSelected(one: PupilWithRecords, { pupils, yearGroups }: ProfileCsv, date: string): boolean {
  const enrolments = recordsOf(one.records, 'enrolment');
  const now = enrolmentOn(enrolments, date);
  if (pupils === 'left')
    return enrolments.some(
      ({ leavingDate, current }) =>
        leavingDate !== undefined &&
        current !== false &&
        leavingDate <= date &&
        leavingDate > addDays(date, -LEFT_WITHIN),
    );
  if (pupils === 'enrolled' && now === undefined) return false;
  return yearGroups === undefined || (now?.yearGroup !== undefined && yearGroups.includes(now.yearGroup));
}

function cellsOf(
  one: PupilWithRecords,
  { columns, dates }: ProfileCsv,
  { date, special, withholdAddress, onIssue }: WriteProfileCsvOptions,
  counts: { special: number; address: number },
): (string | undefined)[] | undefined {
  const faults: ProfileIssueCode[] = [];
  const hide = withholdAddress?.(one) ?? false;
  const tells = tellsTooMuch(one, date);
  const tell = (code: ProfileIssueCode, heading: string, value?: string): void => {
    faults.push(code);
    onIssue?.(issueOf(code, one, heading, value));
  };
  const cells = columns.map((column) => {
    const { heading, map, maxLength } = column;
    const field: ProfileField = profileFields[column.field];
    let value = field.of(one, date);
    const isSpecial = field.privacy === 'special' || (tells && activityFieldNames.has(column.field));
    if (isSpecial && special !== 'include') {
      // Not the default either: it would say something of what isn't to be told.
      if (value !== undefined) counts.special++;
      return undefined;
    }
    if (field.privacy === 'address' && hide) {
      if (value !== undefined) counts.address++;
      return undefined;
    }
    if (value !== undefined && map !== undefined) {
      const mapped = Object.hasOwn(map, value) ? map[value] : map[''];
      if (mapped === undefined) tell('profile-csv-unmapped', heading, value);
      value = mapped;
    }
    if (value !== undefined && field.isDate && dates === 'dd/mm/yyyy')
      value = value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
    value ??= column.default;
    if (value === undefined && column.required) tell('profile-csv-required', heading);
    if (value !== undefined && maxLength !== undefined && value.length > maxLength)
      tell('profile-csv-too-long', heading, value);
    return value;
  });
  return faults.length > 0 ? undefined : cells;
}

function issueOf(
  code: ProfileIssueCode,
  { pupil }: Pick<PupilWithRecords, 'pupil'>,
  field: string,
  value: string | undefined,
): Issue {
  const { severity, message, help } = profileIssues[code];
  const { place } = pupil.provenance;
  return {
    code,
    severity,
    message,
    place,
    help,
    field,
    ...(value === undefined ? {} : { value }),
    record: recordReference(pupil),
  };
}

/** Letters of windows-1252 at 0x80 to 0x9f, which are others than Unicode's. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text as the layout's bytes. What windows-1252 has no letter for becomes `?`, and `onIssue` hears of it with the line.
 */
export async function* encodeProfileCsv(
  pieces: AsyncIterable<string>,
  { encoding }: Pick<ProfileCsv, 'encoding'>,
  onIssue?: (issue: Issue) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let first = true;
  let line = 1;
  for await (const piece of pieces) {
    if (encoding !== 'windows-1252') {
      yield Buffer.from(first && encoding === 'utf-8-bom' ? `\ufeff${piece}` : piece);
      first = false;
      continue;
    }
    const bytes: number[] = [];
    for (const letter of piece) {
      const code = letter.codePointAt(0) ?? 0;
      const high = HIGH.indexOf(letter);
      if (letter === '\n') line++;
      if (high >= 0) bytes.push(0x80 + high);
      else if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes.push(code);
      else {
        bytes.push(0x3f);
        const { severity, message, help } = profileIssues['profile-csv-character'];
        onIssue?.({ code: 'profile-csv-character', severity, message, place: { line }, value: letter, help });
      }
    }
    yield Uint8Array.from(bytes);
  }
}
