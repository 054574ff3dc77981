import { headingKey, numberedKey } from './heading.js';
import { type ColumnMeaning, parseFieldKey, type TableField, type TableFieldKey } from './fields.js';

export type HeadingLists = Readonly<Partial<Record<TableFieldKey, readonly string[]>>>;

/**
 * Headings that mean something in one kind of table only: `Start Date` is one thing in a list of suspensions and
 * another in a list of pupils.
 */
export interface HeadingSection {
  /** Short name, told in the reason of a detection: `attendance marks`. */
  readonly name: string;
  /** One of each list must be among the columns, by the general headings or by these. */
  readonly needs: readonly (readonly TableField[])[];
  /** What must stand in a heading, the sheet's name, a title row or the file's name. */
  readonly evidence?: RegExp;
  readonly headings: HeadingLists;
}

/** What a supplier's columns are called. Made by {@link defineHeadings}. */
export interface HeadingTable {
  readonly always: ReadonlyMap<string, ColumnMeaning>;
  readonly contact: ReadonlyMap<string, ColumnMeaning>;
  readonly sections: readonly (Omit<HeadingSection, 'headings'> & {
    readonly headings: ReadonlyMap<string, ColumnMeaning>;
  })[];
}

export interface HeadingDefinition {
  /** Headings that mean the same in every table. */
  readonly always?: HeadingLists;
  /** Parts of a contact, as they stand behind "Contact", "Contact 1", "Parent 2": fields of `contact`. */
  readonly contact?: HeadingLists;
  /** In order: the first section that fits takes the columns that nothing took before. */
  readonly sections?: readonly HeadingSection[];
}

function toMap(lists: HeadingLists, base?: ReadonlyMap<string, ColumnMeaning>): Map<string, ColumnMeaning> {
  const map = new Map(base);
  for (const [field, headings] of Object.entries(lists)) {
    const meaning = parseFieldKey(field);
    for (const heading of headings ?? []) map.set(headingKey(heading), meaning);
  }
  return map;
}

/** A table of headings; what `definition` says wins over `base`, and its sections come before those of `base`. */
export function defineHeadings(definition: HeadingDefinition, base?: HeadingTable): HeadingTable {
  return {
    always: toMap(definition.always ?? {}, base?.always),
    contact: toMap(definition.contact ?? {}, base?.contact),
    sections: [
      ...(definition.sections ?? []).map((section) => ({ ...section, headings: toMap(section.headings) })),
      ...(base?.sections ?? []),
    ],
  };
}

/** Fields that may stand side by side with a number: `Reason 1`, `SEN Need 2`. */
const NUMBERED = new Set<TableField>([
  'exclusion.reasons',
  'sen-need.need',
  'sen-need.rank',
  'sen-need.startDate',
  'sen-need.description',
  'pupil.nationalities',
  'pupil.languages',
  'pupil.phones',
  'pupil.emails',
  'pupil.disabilities',
  'admission-application.preferredSchool',
  'admission-application.preferredSchoolName',
  'admission-application.reason',
  'admission-application.siblingAtSchool',
  'admission-application.outcome',
]);
const CONTACT =
  /^(?:emergency)?(?:contact|parent|guardian|carer|parentcarer|parentguardian)(?:s(?=\d))?(\d{1,2})?(.+)$/;

export interface HeadingContext {
  /** Sheet, title rows and file name, for sections that ask for evidence. */
  readonly text?: string;
  /** The council's own words for columns, by {@link headingKey}; they win. */
  readonly own?: ReadonlyMap<string, ColumnMeaning>;
}

export interface ResolvedHeadings {
  readonly columns: readonly (ColumnMeaning | undefined)[];
  /** Names of the sections that took columns. */
  readonly sections: readonly string[];
  /** Columns whose heading was known. */
  readonly known: number;
}

function general(table: HeadingTable, key: string): ColumnMeaning | undefined {
  const found = table.always.get(key);
  if (found !== undefined) return found;
  const contact = CONTACT.exec(key);
  if (contact !== null) {
    const [, number, part = ''] = contact;
    const meaning = table.contact.get(part);
    if (meaning !== undefined) return number === undefined ? meaning : { ...meaning, number: Number(number) };
    // `Contact Surname 2`
    const behind = numberedKey(part);
    const numbered = behind === undefined ? undefined : table.contact.get(behind.key);
    if (behind !== undefined && numbered !== undefined) return { ...numbered, number: behind.number };
  }
  const numbered = numberedKey(key);
  if (numbered === undefined) return undefined;
  const base = table.always.get(numbered.key);
  return base !== undefined && NUMBERED.has(base.field) ? { ...base, number: numbered.number } : undefined;
}

function ofSection(headings: ReadonlyMap<string, ColumnMeaning>, key: string): ColumnMeaning | undefined {
  const found = headings.get(key);
  if (found !== undefined) return found;
  const numbered = numberedKey(key);
  const base = numbered === undefined ? undefined : headings.get(numbered.key);
  return numbered !== undefined && base !== undefined && NUMBERED.has(base.field)
    ? { ...base, number: numbered.number }
    : undefined;
}

/** What each column means by its heading. A heading that is there twice means the same thing only once. */
export function resolveHeadings(
  table: HeadingTable,
  headings: readonly string[],
  context: HeadingContext = {},
): ResolvedHeadings {
  const keys = headings.map(headingKey);
  const columns: (ColumnMeaning | undefined)[] = keys.map((key) =>
    key === '' ? undefined : (context.own?.get(key) ?? general(table, key)),
  );
  /** Columns that are kept in any table, and may be more in a table of some kind: the title of a contact. */
  const kept = columns.map(
    (meaning, i) => meaning?.field === 'extension.keep' && context.own?.has(keys[i] ?? '') !== true,
  );
  const evidence = `${headings.join('\n')}\n${context.text ?? ''}`;
  const sections: string[] = [];
  for (const section of table.sections) {
    if (section.evidence !== undefined && !section.evidence.test(evidence)) continue;
    const proposed = keys.map((key, i) => {
      const before = columns[i];
      if (key === '' || (before !== undefined && kept[i] !== true)) return before;
      return ofSection(section.headings, key) ?? before;
    });
    const fields = new Set(proposed.map((meaning) => meaning?.field));
    if (!section.needs.every((any) => any.some((field) => fields.has(field)))) continue;
    if (proposed.some((meaning, i) => meaning !== columns[i])) sections.push(section.name);
    proposed.forEach((meaning, i) => {
      if (meaning !== columns[i]) kept[i] = false;
      columns[i] = meaning;
    });
  }
  const taken = new Set<string>();
  for (let i = 0; i < columns.length; i++) {
    const meaning = columns[i];
    if (meaning === undefined || meaning.field === 'extension.keep') continue;
    const same = `${meaning.field}:${meaning.parameter ?? ''}:${meaning.number ?? ''}:${JSON.stringify(meaning.with ?? '')}`;
    if (taken.has(same) && keys.indexOf(keys[i] as string) < i) columns[i] = undefined;
    taken.add(same);
  }
  return { columns, sections, known: columns.filter((meaning) => meaning !== undefined).length };
}
