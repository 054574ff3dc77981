import type { JsonValue, Place } from '@rollbook/model';
import {
  elementPath,
  elementToJson,
  type Encoding,
  readXmlRecords,
  type Source,
  UnreadableInputError,
  type XmlElement,
  type XmlLimits,
  type XmlRecord,
} from '@rollbook/parser-kit';
import { activityElements, levelOfNeed, otherSpellings, personalDetails } from './nccis-elements.js';
import { type NccisBatch, NccisIssueSink, type NccisItem } from './nccis-item.js';
import type { NccisHeader, NccisYoungPerson } from './young-person.js';

export interface ReadNccisOptions {
  /** Items in a batch, about; 500 when not given. */
  readonly batchSize?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
  readonly encoding?: Encoding | undefined;
}

export interface ReadNccisXmlOptions extends ReadNccisOptions {
  readonly limits?: Partial<XmlLimits> | undefined;
}

/**
 * Reads the monthly NCCIS return in passing, in batches of items. A DOCTYPE is passed over, an "&" that is none of XML's taken for
 * itself, each with an issue. An element that is empty counts as absent. What isn't known is kept in `extensions`.
 *
 * @throws UnreadableInputError for what isn't XML with the root NCCIS, is damaged, cut short or over a limit; what was
 *   yielded before must then not be kept.
 */
export async function* readNccisXml(
  source: Source,
  options: ReadNccisXmlOptions = {},
): AsyncGenerator<NccisBatch, void, undefined> {
  const { batchSize = 500, ...reading } = options;
  let out: NccisItem[] = [];
  const issues = new NccisIssueSink((item) => out.push(item));
  let people = 0;
  let headed = false;
  const records = readXmlRecords(source, {
    ...reading,
    records: (names) => names.length === 2,
    onRoot: ({ name, line, column }) => {
      if (name !== 'NCCIS')
        throw new UnreadableInputError('nccis-root', 'The root element is not NCCIS.', {
          place: { line, column },
          help: 'Check that the file is the monthly NCCIS return, and not another export.',
        });
    },
    onDoctype: (place) => issues.tell('nccis-doctype', place),
    onBareAmpersand: (place) => issues.tellOnce('nccis-bare-ampersand', place),
  });
  for await (const completed of records) {
    for (const record of completed) {
      const { name } = record.element;
      if (name === 'YoungPersonsRecord') {
        if (!headed) issues.tellOnce('nccis-header-missing', placeOf(record));
        people++;
        out.push(personItem(new RecordReader(record, issues), people));
      } else if (name === 'FileHeader' && !headed) {
        headed = true;
        out.push(headerItem(new RecordReader(record, issues)));
      } else {
        issues.tellOnce('nccis-element-unknown', placeOf(record), name);
        out.push({ type: 'misplaced', name, place: placeOf(record), content: elementToJson(record.element) });
      }
      if (out.length >= batchSize) {
        yield out;
        out = [];
      }
    }
  }
  if (people === 0) issues.tell('nccis-no-people', {});
  if (out.length > 0) yield out;
}

function placeOf({ element, path }: XmlRecord, inner: XmlElement = element): Place {
  return { line: inner.line, column: inner.column, path };
}

function personItem(reader: RecordReader, index: number): NccisItem {
  const person: NccisYoungPerson = {};
  const { root } = reader;
  reader.sections(root, {
    PersonalDetails: (section) => reader.texts(section, personalDetails, person),
    SeptemberGuarantee: (section) => {
      reader.sections(section, {
        Year11: (year) => reader.guarantee(year, person, 'guaranteeYear11'),
        Year12: (year) => reader.guarantee(year, person, 'guaranteeYear12'),
      });
    },
    LevelOfNeed: (section) => {
      reader.texts(section, levelOfNeed, person, {
        Characteristics: (list) => {
          const codes = reader.list(list, 'CharacteristicCode');
          if (codes.length > 0) person.characteristics = codes;
        },
      });
    },
    Activities: (section) => {
      reader.sections(section, {
        Cohort: (cohort) => {
          // An activity without anything in it is still there, which the rules tell from none.
          person.activity = {};
          reader.texts(cohort, activityElements, person.activity);
        },
      });
    },
    IntendedDestination: (section) =>
      reader.texts(section, [['IntendedDestinationYr11', 'intendedDestinationYr11']], person),
  });
  return { type: 'person', person, place: reader.place(), index, ...reader.kept() };
}

function headerItem(reader: RecordReader): NccisItem {
  const header: NccisHeader = { databaseIds: [], sourceLeas: [] };
  reader.texts(
    reader.root,
    [
      ['DateOfSend', 'dateOfSend'],
      ['PeriodEnd', 'periodEnd'],
      ['SupplierName', 'supplierName'],
      ['SupplierXMLVersion', 'supplierXmlVersion'],
      ['XMLSchemaVersion', 'xmlSchemaVersion'],
    ],
    header,
    {
      Databases: (section) => void header.databaseIds.push(...reader.list(section, 'DatabaseId')),
      SourceLEAs: (section) => void header.sourceLeas.push(...reader.list(section, 'LEACode')),
    },
  );
  return { type: 'header', header, place: reader.place(), ...reader.kept() };
}

type Sections = Readonly<Record<string, (element: XmlElement) => void>>;
type TextKeys<T> = { [K in keyof T]-?: NonNullable<T[K]> extends string ? K : never }[keyof T];

/** Takes one record apart; what nobody asks for is kept. */
class RecordReader {
  readonly root: XmlElement;
  #extensions: Record<string, JsonValue> | undefined;

  constructor(
    private readonly record: XmlRecord,
    private readonly issues: NccisIssueSink,
  ) {
    this.root = record.element;
    this.#attributes(this.root);
  }

  place(): Place {
    return placeOf(this.record);
  }

  kept(): { extensions?: Record<string, JsonValue> } {
    return this.#extensions === undefined ? {} : { extensions: this.#extensions };
  }

  /** Children that hold others, each once. */
  sections(parent: XmlElement, known: Sections): void {
    this.texts(parent, [], {}, known);
  }

  /** Children with text into fields, each once; empty ones are absent. */
  texts<T extends object>(
    parent: XmlElement,
    fields: readonly (readonly [string, TextKeys<T>])[],
    into: T,
    known: Sections = {},
  ): void {
    const seen = new Set<string>();
    if (parent.text.trim() !== '') this.#keep(parent, parent.text, '#text');
    for (const child of parent.children) {
      const name = this.#spelling(child);
      const field = fields.find(([element]) => element === name)?.[1];
      const section = Object.hasOwn(known, name) ? known[name] : undefined;
      if (field === undefined && section === undefined) {
        this.issues.tellOnce(
          'nccis-element-unknown',
          placeOf(this.record, child),
          schemaPath(this.record, child),
        );
        this.#keep(child, elementToJson(child));
        continue;
      }
      if (seen.has(name)) {
        this.issues.tellOnce(
          'nccis-element-repeated',
          placeOf(this.record, child),
          schemaPath(this.record, child),
        );
        this.#keep(child, elementToJson(child));
        continue;
      }
      seen.add(name);
      this.#attributes(child);
      if (section) section(child);
      else if (child.children.length > 0) {
        this.issues.tellOnce(
          'nccis-element-unknown',
          placeOf(this.record, child),
          schemaPath(this.record, child),
        );
        this.#keep(child, elementToJson(child));
      } else if (field !== undefined) {
        const text = child.text.trim();
        if (text !== '') (into as Record<TextKeys<T>, string>)[field] = text;
      }
    }
  }

  guarantee(year: XmlElement, person: NccisYoungPerson, field: 'guaranteeYear11' | 'guaranteeYear12'): void {
    const guarantee: NonNullable<NccisYoungPerson[typeof field]> = {};
    this.texts(
      year,
      [
        ['GuaranteeStatus', 'guaranteeStatus'],
        ['LEACode', 'leaCode'],
      ],
      guarantee,
    );
    if (Object.keys(guarantee).length > 0) person[field] = guarantee;
  }

  /** Texts of all children of one name; others are kept. */
  list(parent: XmlElement, name: string): string[] {
    const texts: string[] = [];
    if (parent.text.trim() !== '') this.#keep(parent, parent.text, '#text');
    for (const child of parent.children) {
      this.#attributes(child);
      if (this.#spelling(child) === name && child.children.length === 0) {
        const text = child.text.trim();
        if (text !== '') texts.push(text);
      } else {
        this.issues.tellOnce(
          'nccis-element-unknown',
          placeOf(this.record, child),
          schemaPath(this.record, child),
        );
        this.#keep(child, elementToJson(child));
      }
    }
    return texts;
  }

  #spelling(child: XmlElement): string {
    const usual = Object.hasOwn(otherSpellings, child.name) ? otherSpellings[child.name] : undefined;
    if (usual === undefined) return child.name;
    this.issues.tellOnce('nccis-spelling', placeOf(this.record, child), child.name);
    return usual;
  }

  #attributes(element: XmlElement): void {
    for (const [name, value] of Object.entries(element.attributes ?? {})) {
      // `xsi:nil` and namespaces say nothing of the person.
      if (/^xml|^xsi:/.test(name)) continue;
      this.issues.tellOnce('nccis-element-unknown', placeOf(this.record, element), `@${name}`);
      this.#keep(element, value, `@${name}`);
    }
  }

  #keep(element: XmlElement, content: JsonValue, below?: string): void {
    this.#extensions ??= {};
    const path =
      element === this.root ? '' : elementPath(this.record, element).slice(this.record.path.length + 1);
    const key = [path, below].filter((part) => part !== undefined && part !== '').join('/');
    this.#extensions[key] = content;
  }
}

/** The path without positions, so that each kind of element is told once. */
function schemaPath(record: XmlRecord, element: XmlElement): string {
  return elementPath(record, element).replace(/\[\d+\]/g, '');
}
