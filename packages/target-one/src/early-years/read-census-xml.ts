import {
  createIssueOnce,
  descendant,
  readXmlRecords,
  type Source,
  type XmlElement,
  type XmlRecord,
} from '@rollbook/parser-kit';
import { BATCH, type EarlyYearsBatch, type EarlyYearsItemRead } from './census-items.js';
import {
  type ChildField,
  childNames,
  containerNames,
  countNames,
  type EarlyYearsNames,
  headerNames,
  namesOf,
  olderChildNames,
  settingNames,
  staffNames,
} from './census-names.js';
import { type EarlyYearsIssueCode, earlyYearsIssue } from './early-years-issues.js';
import { childOfValues, countsOfValues, type FieldValues, settingOfValues, staffOfValues } from './fields.js';
import { noHeader, readHeader } from './read-header.js';
import type { EarlyYearsSetting } from './setting.js';

export interface ReadEarlyYearsOptions {
  /** As they were written with. */
  readonly names?: EarlyYearsNames | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MODULES: ReadonlySet<string> = new Set([
  containerNames.header.name,
  containerNames.characteristics.name,
  containerNames.staff.name,
  containerNames.counts.name,
  containerNames.child.name,
]);

/** Fields of a level by element name, in lower case: programs differ in capitals. */
function byName<F extends string>(
  level: readonly { readonly field: F; readonly name: string }[],
  older: Readonly<Record<string, F>> = {},
): ReadonlyMap<string, F> {
  const names = Object.entries(older).map(([name, field]) => [name.toLowerCase(), field] as const);
  return new Map([...names, ...level.map(({ field, name }) => [name.toLowerCase(), field] as const)]);
}

/**
 * Reads an early years census, of our own or another's writing, in batches; memory is bounded by the batch. Items are found
 * by the names of their module, in whatever containers they stand, since no public source has the whole tree. A setting
 * comes before its children; what can't be read is an issue, and the rest is kept.
 *
 * @throws UnreadableInputError `early-years-header` or `early-years-collection` where there is no header of such a return
 *   before the first record, and what `readXmlRecords` throws.
 */
export async function* readEarlyYearsXml(
  source: Source,
  options: ReadEarlyYearsOptions = {},
): AsyncGenerator<EarlyYearsBatch, void, undefined> {
  const reader = new XmlReturnReader(options.names);
  const isRecord = (path: readonly string[]): boolean => MODULES.has(path.at(-1) ?? '');
  for await (const records of readXmlRecords(source, { records: isRecord, signal: options.signal })) {
    for (const record of records) {
      reader.read(record);
      if (reader.items.length >= BATCH) yield reader.take();
    }
  }
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}

class XmlReturnReader {
  items: EarlyYearsItemRead[] = [];
  #hasHeader = false;
  /** A setting whose modules are still being read. */
  #open: EarlyYearsSetting | undefined;
  /** URN of the setting that children belong to. */
  #urn: string | undefined;
  readonly #once = createIssueOnce();
  readonly #setting;
  readonly #staff;
  readonly #counts;
  readonly #child;

  constructor(names: EarlyYearsNames | undefined) {
    this.#setting = byName(namesOf('setting', settingNames, names));
    this.#staff = byName(namesOf('staff', staffNames, names));
    this.#counts = byName(namesOf('counts', countNames, names));
    this.#child = byName<ChildField>(namesOf('child', childNames, names), olderChildNames);
  }

  take(): EarlyYearsBatch {
    const { items } = this;
    this.items = [];
    return items;
  }

  end(): EarlyYearsBatch {
    if (!this.#hasHeader) throw noHeader({});
    this.#close();
    return this.take();
  }

  read(record: XmlRecord): void {
    const { name } = record.element;
    if (name === containerNames.header.name) {
      if (!this.#hasHeader) this.#header(record);
      return;
    }
    if (!this.#hasHeader) throw noHeader({ line: record.element.line, column: record.element.column });
    if (name === containerNames.characteristics.name) this.#characteristics(record);
    else if (name === containerNames.child.name) this.#childRecord(record);
    else this.#numbers(record);
  }

  #header(record: XmlRecord): void {
    const { element } = record;
    const text = (path: string, name: string): string | undefined => {
      const found = descendant(element, `${path}/${name}`)?.text.trim();
      return found === '' ? undefined : found;
    };
    const [details, from] = [containerNames.collectionDetails.name, containerNames.source.name];
    const header = readHeader(
      {
        collection: text(details, headerNames.collection.name),
        term: text(details, headerNames.term.name),
        year: text(details, headerNames.year.name),
        referenceDate: text(details, headerNames.referenceDate.name),
        level: text(from, headerNames.level.name),
        la: text(from, headerNames.la.name),
        software: text(from, headerNames.software.name),
        release: text(from, headerNames.release.name),
        serial: text(from, headerNames.serial.name),
        created: text(from, headerNames.created.name),
      },
      { line: element.line, column: element.column },
    );
    this.#hasHeader = true;
    this.items.push({ is: 'header', header });
  }

  #characteristics(record: XmlRecord): void {
    this.#close();
    const setting = settingOfValues(this.#values(record, this.#setting), this.#unreadable(record));
    this.#urn = setting?.urn;
    this.#open = setting;
    if (setting === undefined) this.#issue('early-years-urn-missing', record);
  }

  #numbers(record: XmlRecord): void {
    const isStaff = record.element.name === containerNames.staff.name;
    const unreadable = this.#unreadable(record);
    // A module that comes behind the children is late: its setting was given out.
    if (this.#open === undefined) {
      this.#issue('early-years-setting-missing', record);
      return;
    }
    const field = isStaff ? 'staff' : 'counts';
    if (this.#open[field] !== undefined) {
      this.#issue('early-years-element-twice', record);
      return;
    }
    if (isStaff) {
      const staff = staffOfValues(this.#values(record, this.#staff), unreadable);
      if (staff !== undefined) this.#open.staff = staff;
    } else {
      const counts = countsOfValues(this.#values(record, this.#counts), unreadable);
      if (counts !== undefined) this.#open.counts = counts;
    }
  }

  #childRecord(record: XmlRecord): void {
    this.#close();
    const child = childOfValues(this.#values(record, this.#child), this.#unreadable(record));
    if (this.#urn === undefined) this.#issue('early-years-setting-missing', record);
    else this.items.push({ is: 'child', urn: this.#urn, child, line: record.element.line });
  }

  #close(): void {
    if (this.#open !== undefined) this.items.push({ is: 'setting', setting: this.#open });
    this.#open = undefined;
  }

  #values<F extends string>(record: XmlRecord, fields: ReadonlyMap<string, F>): FieldValues<F> {
    const values: FieldValues<F> = {};
    const leaves = (element: XmlElement): void => {
      for (const each of element.children) {
        const field = fields.get(each.name.toLowerCase());
        const text = each.text.trim();
        if (each.children.length > 0) leaves(each);
        else if (field === undefined) {
          if (this.#once('unknown', each.name)) this.#issue('early-years-element-unknown', record, each);
        } else if (text !== '') this.#put(values, field, text, record, each);
      }
    };
    leaves(record.element);
    return values;
  }

  #put<F extends string>(
    values: FieldValues<F>,
    field: F,
    text: string,
    record: XmlRecord,
    element: XmlElement,
  ): void {
    const before = values[field];
    if (before === undefined) values[field] = [text];
    else if (field === 'fundingBases') values[field] = [...before, text];
    else this.#issue('early-years-element-twice', record, element);
  }

  #unreadable(record: XmlRecord): (field: string, value: string) => void {
    return (field, value) => this.#issue('early-years-value-unreadable', record, undefined, { field, value });
  }

  #issue(
    code: EarlyYearsIssueCode,
    record: XmlRecord,
    element: XmlElement = record.element,
    more: { field?: string; value?: string } = { field: element.name },
  ): void {
    const place = { line: element.line, column: element.column, path: record.path };
    this.items.push({ is: 'issue', issue: earlyYearsIssue(code, place, more) });
  }
}
