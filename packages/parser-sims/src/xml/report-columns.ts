import {
  decodeXmlName,
  elementToJson,
  isNil,
  UnreadableInputError,
  type XmlElement,
} from '@rollbook/parser-kit';

/** Columns that a report may have; SIMS's own have some dozen. */
const MOST_COLUMNS = 1_000;
const DATA_ATTRIBUTES = new Set(['xml:space', 'xml:lang']);

/** The columns of a report as they are met: captions of its schema first, then elements that records have beside. */
export class ReportColumns {
  readonly headings: string[] = [];
  /** By the element's name as written; decoding every name of every record would cost more than reading it. */
  readonly #indexes = new Map<string, number>();

  /** Takes the names that a DataSet's schema gives to the columns of `record`. */
  addSchema(schema: XmlElement, record: string): void {
    const visit = (element: XmlElement, inRecord: boolean): void => {
      for (const child of element.children) {
        const name = child.name === 'element' ? child.attributes?.name : undefined;
        if (inRecord && name !== undefined) this.indexOf(name);
        visit(child, inRecord || name === record);
      }
    };
    visit(schema, false);
  }

  indexOf(name: string): number {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    const index = this.headings.length;
    if (index >= MOST_COLUMNS) {
      throw new UnreadableInputError(
        'sims-too-many-columns',
        `The report has more than ${MOST_COLUMNS} different columns.`,
        { help: 'Check that the right file was chosen.' },
      );
    }
    this.headings.push(decodeXmlName(name));
    this.#indexes.set(name, index);
    return index;
  }

  /** The cells of a record, in the order of `headings`. What has parts of its own is taken apart by its path. */
  cells(record: XmlElement): string[] {
    const cells = new Array<string>(this.headings.length).fill('');
    this.#attributes(record, '', cells);
    for (const child of record.children) this.#element(child, child.name, cells, 0);
    if (record.text.trim() !== '') this.#put('#text', record.text, cells);
    return cells;
  }

  #element(element: XmlElement, name: string, cells: string[], depth: number): void {
    if (element.attributes !== undefined) this.#attributes(element, name, cells);
    if (element.children.length === 0) {
      if (element.text !== '') this.#put(name, element.text, cells);
      return;
    }
    if (depth > 4) {
      this.#put(name, JSON.stringify(elementToJson(element)), cells);
      return;
    }
    for (const child of element.children) this.#element(child, `${name}/${child.name}`, cells, depth + 1);
    if (element.text.trim() !== '') this.#put(`${name}/#text`, element.text, cells);
  }

  #attributes(element: XmlElement, name: string, cells: string[]): void {
    const { attributes } = element;
    if (attributes === undefined || (isNil(element) && Object.keys(attributes).length === 1)) return;
    for (const attribute in attributes) {
      if (DATA_ATTRIBUTES.has(attribute) || attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue;
      this.#put(`${name}@${attribute}`, attributes[attribute] ?? '', cells);
    }
  }

  /** A name that stands several times in a record has a column for each: `Email`, `Email 2`. */
  #put(name: string, text: string, cells: string[]): void {
    let index = this.indexOf(name);
    for (let position = 2; (cells[index] ?? '') !== ''; position++)
      index = this.indexOf(`${name} ${position}`);
    while (cells.length < index) cells.push('');
    cells[index] = text;
  }
}
