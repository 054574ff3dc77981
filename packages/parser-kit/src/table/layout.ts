import { type ApplyCell, type ApplyContext, createApply } from './apply-cell.js';
import { type ColumnMeaning, tableFields, type TableField, type TableKind } from './fields.js';

export interface Column {
  readonly index: number;
  readonly heading: string;
  readonly meaning: ColumnMeaning;
  readonly apply: ApplyCell;
}

/** Columns of one record that a row can give: the second contact, the suspension. */
export interface ItemGroup {
  readonly kind: TableKind;
  readonly number: number | undefined;
  readonly columns: readonly Column[];
  /** Columns that hold for all records of the kind in a row: the reference of an application with several preferences. */
  readonly shared?: readonly Column[];
  /** Taken only in a row in which no numbered group of the kind gave a record, so that nothing is lost. */
  readonly alone?: true;
}

/** A header, ready to read rows by. */
export interface Layout {
  readonly headings: readonly string[];
  /** Columns that say whose the row is, compared as they were sent. */
  readonly identity: readonly number[];
  readonly pupil: readonly Column[];
  readonly enrolment: readonly Column[];
  readonly school: readonly Column[];
  readonly items: readonly ItemGroup[];
  /** Columns without a field: kept under their heading. */
  readonly extensions: readonly {
    readonly index: number;
    readonly heading: string;
    readonly known: boolean;
    readonly named: boolean;
  }[];
  /** Extensions belong to the one record that a row stands for, when the table lists such records. */
  readonly extensionsToItem: boolean;
  /** Columns that go into the pupil's record, by field or heading. */
  readonly told: readonly { readonly index: number; readonly name: string }[];
}

const IDENTITY = new Set<TableField>([
  'pupil.upn',
  'pupil.supplierIds',
  'pupil.surname',
  'pupil.forename',
  'pupil.fullName',
  'pupil.birthDate',
  'enrolment.admissionNumber',
  'school.laestab',
  'school.la',
  'school.establishment',
  'school.urn',
]);
/** Kinds of which a row is one, as a rule: a mark, a suspension. */
const ROW_KINDS = new Set<TableKind>([
  'attendance-mark',
  'exclusion',
  'assessment-result',
  'attendance-summary',
  'contact',
  'marks',
  'admission-application',
  'early-years-funding',
  'youth-participation',
]);
/** Kinds of which columns without a number hold for all that have one. */
const SHARING_KINDS = new Set<TableKind>(['admission-application']);

function sharing(groups: readonly ItemGroup[]): ItemGroup[] {
  const numbered = (kind: TableKind): boolean =>
    SHARING_KINDS.has(kind) && groups.some((group) => group.kind === kind && group.number !== undefined);
  const own = groups.filter(({ kind, number }) => number !== undefined || !numbered(kind));
  const common = groups.filter((group) => !own.includes(group));
  return [
    ...own.map((group) => {
      const shared = common.filter(({ kind }) => kind === group.kind).flatMap(({ columns }) => columns);
      return shared.length === 0 ? group : { ...group, shared };
    }),
    ...common.map((group) => ({ ...group, alone: true as const })),
  ];
}

export function createLayout(
  headings: readonly string[],
  meanings: readonly (ColumnMeaning | undefined)[],
  context: ApplyContext,
): Layout {
  const pupil: Column[] = [];
  const names: Column[] = [];
  const enrolment: Column[] = [];
  const school: Column[] = [];
  const extensions: Layout['extensions'][number][] = [];
  const groups = new Map<string, { kind: TableKind; number: number | undefined; columns: Column[] }>();
  const identity: number[] = [];
  headings.forEach((written, index) => {
    const heading = written.trim();
    const meaning = meanings[index];
    if (meaning === undefined || meaning.field === 'extension.keep') {
      const named = heading !== '';
      extensions.push({
        index,
        heading: named ? heading : `column ${index + 1}`,
        known: meaning !== undefined,
        named,
      });
      return;
    }
    const { kind, path, list } = tableFields[meaning.field];
    const column: Column = { index, heading, meaning, apply: createApply(meaning, heading, context) };
    if (IDENTITY.has(meaning.field)) identity.push(index);
    if (kind === 'pupil') (path === 'fullName' ? names : pupil).push(column);
    else if (kind === 'enrolment') enrolment.push(column);
    else if (kind === 'school') school.push(column);
    else {
      const together = list === 'plain' && kind === 'exclusion';
      const number = together ? undefined : meaning.number;
      const constants = meaning.with === undefined ? '' : JSON.stringify(meaning.with);
      const key = `${kind} ${number ?? ''} ${constants}`;
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { kind, number, columns: [] }));
      group.columns.push(column);
    }
  });
  // Whole names last, since they count only where the parts are missing
  for (const item of groups.values()) {
    item.columns.sort(
      (a, b) => Number(a.meaning.field.endsWith('fullName')) - Number(b.meaning.field.endsWith('fullName')),
    );
  }
  const items = sharing([...groups.values()]);
  const rows = items.filter(({ kind }) => ROW_KINDS.has(kind));
  const extensionsToItem = rows.length === 1 && items.length === 1;
  const ofPupil = pupil
    .concat(names)
    .map(({ index, meaning }) => ({ index, name: `${meaning.field}:${meaning.parameter ?? ''}` }));
  return {
    headings,
    identity,
    pupil: [...pupil, ...names],
    enrolment,
    school,
    items,
    extensions,
    extensionsToItem,
    told: extensionsToItem
      ? ofPupil
      : [...ofPupil, ...extensions.map(({ index, heading }) => ({ index, name: heading }))],
  };
}
