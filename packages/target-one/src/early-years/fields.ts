import type { Address } from '@rollbook/model';
import {
  type ChildField,
  childNames,
  type CountField,
  countNames,
  type SettingField,
  type StaffField,
  staffNames,
} from './census-names.js';
import type { EarlyYearsChild } from './child.js';
import type { EarlyYearsCounts, EarlyYearsSetting, EarlyYearsStaff } from './setting.js';

/** Values of a record as they stand in a file, by field; several where the field repeats. */
export type FieldValues<F extends string> = Partial<Record<F, readonly string[]>>;
/** Hears of a value that is none of its kind. */
export type OnUnreadable = (field: string, value: string) => void;

type ValueKind = 'text' | 'number' | 'count' | 'flag' | 'yes-no' | 'list';

const CHILD_KINDS: Partial<Record<ChildField, ValueKind>> = {
  fundedHours: 'number',
  extendedHours: 'number',
  expandedHours: 'number',
  hoursAtSetting: 'number',
  fundedWeeks: 'number',
  extendedWeeks: 'number',
  expandedWeeks: 'number',
  dafIndicator: 'flag',
  eypp: 'yes-no',
  fundingBases: 'list',
};
const SETTING_KINDS: Partial<Record<SettingField, ValueKind>> = {
  agencyChildminder: 'flag',
  hoursOpen: 'number',
  weeksOpen: 'number',
  weeksFunded: 'number',
};
const LINES = ['addressLine1', 'addressLine2', 'addressLine3', 'addressLine4', 'addressLine5'] as const;
const ADDRESS_PARTS = [
  'saon',
  'paon',
  'street',
  'locality',
  'town',
  'administrativeArea',
  'postTown',
  'county',
  'postcode',
  'uprn',
] as const satisfies readonly (keyof Address & ChildField)[];
const ADDRESS_FIELDS: ReadonlySet<string> = new Set([...LINES, ...ADDRESS_PARTS]);

type Plain = string | number | boolean | readonly string[] | undefined;

function toText(value: Plain, kind: ValueKind): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object') return value.length === 0 ? undefined : value;
  if (typeof value === 'boolean') return [kind === 'yes-no' ? (value ? 'Y' : 'N') : String(value)];
  return value === '' ? undefined : [String(value)];
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  '1': true,
  '0': false,
  y: true,
  n: false,
  yes: true,
  no: false,
};

/** `Y`, `N`, `true`, `false`, `1`, `0`, in any case; undefined for anything else. */
export function readFlag(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return Object.hasOwn(FLAGS, word) ? FLAGS[word] : undefined;
}

/** A decimal number of at most 24 characters; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  return text.length <= 24 && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function fromText(
  values: readonly string[],
  kind: ValueKind,
): string | number | boolean | string[] | undefined {
  const [first = ''] = values;
  switch (kind) {
    case 'list':
      return [...values];
    case 'number':
      return readNumber(first);
    case 'count':
      return /^\d{1,9}$/.test(first) ? Number(first) : undefined;
    case 'flag':
    case 'yes-no':
      return readFlag(first);
    default:
      return first;
  }
}

function readInto(
  target: Record<string, unknown>,
  field: string,
  values: readonly string[] | undefined,
  kind: ValueKind,
  onUnreadable: OnUnreadable,
): void {
  const [first] = values ?? [];
  if (values === undefined || first === undefined) return;
  const value = fromText(values, kind);
  if (value === undefined) onUnreadable(field, first);
  else target[field] = value;
}

/** A child's fields as text. Lines of an address beyond the fifth are put into it, with commas. */
export function childValues(child: EarlyYearsChild): FieldValues<ChildField> {
  const values: FieldValues<ChildField> = {};
  for (const field of Object.keys(childNames) as ChildField[]) {
    if (ADDRESS_FIELDS.has(field)) continue;
    const text = toText(child[field as keyof EarlyYearsChild] as Plain, CHILD_KINDS[field] ?? 'text');
    if (text !== undefined) values[field] = text;
  }
  const { address } = child;
  if (address === undefined) return values;
  const lines = address.lines ?? [];
  for (const [index, field] of LINES.entries()) {
    const line = index < LINES.length - 1 ? lines[index] : lines.slice(index).join(', ');
    if (line !== undefined && line !== '') values[field] = [line];
  }
  for (const field of ADDRESS_PARTS) {
    const part = address[field];
    if (part !== undefined && part !== '') values[field] = [part];
  }
  return values;
}

/** A child of fields as text; `onUnreadable` hears of what is none of its kind, and is left out. */
export function childOfValues(values: FieldValues<ChildField>, onUnreadable: OnUnreadable): EarlyYearsChild {
  const child: Record<string, unknown> = {};
  for (const field of Object.keys(childNames) as ChildField[]) {
    if (!ADDRESS_FIELDS.has(field)) {
      readInto(child, field, values[field], CHILD_KINDS[field] ?? 'text', onUnreadable);
    }
  }
  // A gap in the middle is kept, one at the end is not.
  const lines = LINES.map((field) => values[field]?.[0] ?? '');
  while (lines.at(-1) === '') lines.pop();
  const address: Address = lines.length === 0 ? {} : { lines };
  for (const field of ADDRESS_PARTS) {
    const part = values[field]?.[0];
    if (part !== undefined) address[field] = part;
  }
  return Object.keys(address).length === 0 ? child : { ...child, address };
}

/** The fields of a setting itself as text, staff and children apart. */
export function settingValues(setting: EarlyYearsSetting): FieldValues<SettingField> {
  const values: FieldValues<SettingField> = {};
  for (const [field, value] of Object.entries(setting)) {
    if (field === 'staff' || field === 'counts') continue;
    const text = toText(value as Plain, SETTING_KINDS[field as SettingField] ?? 'text');
    if (text !== undefined) values[field as SettingField] = text;
  }
  return values;
}

/** A setting of fields as text; undefined without a URN. */
export function settingOfValues(
  values: FieldValues<SettingField>,
  onUnreadable: OnUnreadable,
): EarlyYearsSetting | undefined {
  const { urn: [urn] = [], ...others } = values;
  if (urn === undefined) return undefined;
  const setting: Record<string, unknown> & EarlyYearsSetting = { urn };
  for (const [field, text] of Object.entries(others)) {
    readInto(setting, field, text, SETTING_KINDS[field as SettingField] ?? 'text', onUnreadable);
  }
  return setting;
}

/** Numbers of staff or children as text. */
export function numberValues<F extends string>(
  numbers: Partial<Record<F, number | undefined>> | undefined,
): FieldValues<F> {
  const values: FieldValues<F> = {};
  for (const [field, number] of Object.entries(numbers ?? {}) as [F, number | undefined][]) {
    if (number !== undefined) values[field] = [String(number)];
  }
  return values;
}

function numbersOf<F extends string>(
  fields: readonly F[],
  values: FieldValues<F>,
  onUnreadable: OnUnreadable,
): Partial<Record<F, number>> | undefined {
  const numbers: Partial<Record<F, number>> = {};
  for (const field of fields) readInto(numbers, field, values[field], 'count', onUnreadable);
  return Object.keys(numbers).length === 0 ? undefined : numbers;
}

/** Staff of numbers as text; undefined when there are none. */
export function staffOfValues(
  values: FieldValues<StaffField>,
  onUnreadable: OnUnreadable,
): EarlyYearsStaff | undefined {
  return numbersOf(Object.keys(staffNames) as StaffField[], values, onUnreadable);
}

/** Children by age of numbers as text; undefined when there are none. */
export function countsOfValues(
  values: FieldValues<CountField>,
  onUnreadable: OnUnreadable,
): EarlyYearsCounts | undefined {
  return numbersOf(Object.keys(countNames) as CountField[], values, onUnreadable);
}
