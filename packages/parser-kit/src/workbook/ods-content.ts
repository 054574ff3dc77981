import type { CellType } from '../table/row-batch.js';
import { detach } from '../xml/detach.js';
import type { XmlAttributes } from '../xml/element.js';
import { mostColumns, mostRows } from './limits.js';
import type { MergedAreas } from './merged-areas.js';
import { readOdsCell, type OdsCell } from './ods-cell.js';
import { ParagraphText } from './ods-text.js';
import type { RowSink } from './row-sink.js';
import { damaged, tooLarge } from './workbook-errors.js';
import type { XmlHandler } from './xml-events.js';

/** Where the rows of one table go. */
export interface OdsTarget {
  /** Position of the table, from 0. */
  readonly index: number;
  readonly merged: MergedAreas;
  readonly sink: RowSink;
}

const namespaces = 'urn:oasis:names:tc:opendocument:xmlns:';
const extended = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0';
const tableDepth = 4;
/** Elements between a table and its rows. */
const rowHolders = new Set(['table-header-rows', 'table-rows', 'table-row-group']);
/** What stands in a cell's text without belonging to it. */
const notText = new Set(['annotation', 'note', 'ruby-text']);

/**
 * Reads `content.xml` of an .ods (ODF 1.3 part 3, 9.1): the names of the tables, and the rows of one of them when a
 * target is given.
 */
export class OdsContent implements XmlHandler {
  readonly tables: { readonly name: string; readonly hidden: boolean }[] = [];
  /** Whether `office:spreadsheet` was there. */
  isSpreadsheet = false;
  /** The target's table is over. */
  isDone = false;
  wantsText = false;

  readonly #target: OdsTarget | undefined;
  readonly #path: string[] = [];
  readonly #hiddenStyles = new Set<string>();
  #styleName = '';
  #names = attributeNames(undefined);

  /** Depth of the element that holds the rows, or 0 outside the target's table. */
  #holder = 0;
  #rowDepth = 0;
  #cellDepth = 0;
  #skipDepth = 0;
  #row = 1;
  #rowsRepeated = 1;
  #cells: string[] = [];
  #types: CellType[] = [];
  /** Blank cells since the last that wasn't. */
  #blanks = 0;

  #cell: OdsCell | undefined;
  #repeated = 1;
  #rowsSpanned = 1;
  #columnsSpanned = 1;
  readonly #text = new ParagraphText();

  constructor(target?: OdsTarget) {
    this.#target = target;
  }

  start(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    if (this.#cellDepth > 0) {
      this.#startInCell(name, attributes, depth);
      return;
    }
    if (this.#rowDepth > 0) {
      const isCell = name === 'table-cell' || name === 'covered-table-cell';
      if (isCell && depth === this.#rowDepth + 1) this.#startCell(attributes, depth);
      return;
    }
    if (this.#holder > 0 && depth === this.#holder + 1) {
      if (name === 'table-row') this.#startRow(attributes, depth);
      else if (rowHolders.has(name)) this.#holder = depth;
      return;
    }
    if (depth <= tableDepth) this.#startOutside(name, attributes, depth);
  }

  end(name: string, depth: number): void {
    if (this.#cellDepth > 0) {
      if (depth === this.#cellDepth) this.#endCell();
      else this.#endInCell(name, depth);
    } else if (this.#rowDepth > 0) {
      if (depth === this.#rowDepth) this.#endRow();
    } else if (depth === this.#holder) {
      this.#holder = depth === tableDepth ? 0 : depth - 1;
      if (depth === tableDepth) this.isDone = true;
    }
  }

  text(text: string): void {
    this.#text.add(text);
  }

  #startOutside(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    const path = this.#path;
    path[depth] = name;
    if (depth === 1) this.#names = attributeNames(attributes);
    else if (path[2] === 'body') {
      if (depth === 3 && name === 'spreadsheet') this.isSpreadsheet = true;
      if (depth === tableDepth && name === 'table' && path[3] === 'spreadsheet') this.#startTable(attributes);
    } else if (path[2] === 'automatic-styles') {
      if (depth === 3) this.#styleName = attributes?.[this.#names.styleName] ?? '';
      else if (name === 'table-properties' && attributes?.[this.#names.display] === 'false') {
        this.#hiddenStyles.add(this.#styleName);
      }
    }
  }

  #startTable(attributes: XmlAttributes | undefined): void {
    const names = this.#names;
    const style = attributes?.[names.tableStyle] ?? '';
    this.tables.push({
      name: attributes?.[names.tableName] ?? '',
      hidden: this.#hiddenStyles.has(style),
    });
    if (this.#target?.index === this.tables.length - 1) this.#holder = tableDepth;
  }

  #startRow(attributes: XmlAttributes | undefined, depth: number): void {
    this.#rowDepth = depth;
    this.#rowsRepeated = readCount(attributes?.[this.#names.rowsRepeated]);
    this.#cells = [];
    this.#types = [];
    this.#blanks = 0;
  }

  #startCell(attributes: XmlAttributes | undefined, depth: number): void {
    const names = this.#names;
    this.#cellDepth = depth;
    this.#text.clear();
    this.#cell = undefined;
    this.#repeated = 1;
    this.#rowsSpanned = 1;
    this.#columnsSpanned = 1;
    if (attributes === undefined) return;
    this.#repeated = readCount(attributes[names.columnsRepeated]);
    this.#rowsSpanned = readCount(attributes[names.rowsSpanned]);
    this.#columnsSpanned = readCount(attributes[names.columnsSpanned]);
    const valueType = attributes[names.valueType];
    this.#cell = {
      valueType,
      value: attributes[names.values[valueType ?? ''] ?? names.value],
      extendedType: attributes[names.extendedType],
      hasFormula: attributes[names.formula] !== undefined,
    };
  }

  #startInCell(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    if (this.#skipDepth > 0) return;
    const inParagraph = this.wantsText;
    if (!inParagraph && depth === this.#cellDepth + 1 && (name === 'p' || name === 'h'))
      this.wantsText = true;
    // Also a table or drawing inside the cell has text of its own.
    else if (!inParagraph || notText.has(name)) {
      this.#skipDepth = depth;
      this.wantsText = false;
    } else this.#text.addElement(name, attributes?.[this.#names.count]);
  }

  #endInCell(name: string, depth: number): void {
    if (this.#skipDepth > 0) {
      if (depth !== this.#skipDepth) return;
      this.#skipDepth = 0;
      // Inside a paragraph its text goes on.
      this.wantsText = depth > this.#cellDepth + 1;
    } else if (depth === this.#cellDepth + 1 && (name === 'p' || name === 'h')) {
      this.wantsText = false;
      this.#text.endParagraph();
    }
  }

  #endCell(): void {
    this.#cellDepth = 0;
    const column = this.#cells.length + this.#blanks + 1;
    const shown = this.#text.text;
    const { text, type } = readOdsCell(this.#cell ?? noAttributes, shown);
    if (this.#rowsSpanned > 1 || this.#columnsSpanned > 1) this.#addArea(column);
    if (type === '-') {
      this.#blanks += this.#repeated;
      return;
    }
    const last = column - 1 + this.#repeated;
    if (last > mostColumns) throw tooLarge(`a row has more than ${mostColumns} cells`);
    for (; this.#blanks > 0; this.#blanks--) {
      this.#cells.push('');
      this.#types.push('-');
    }
    const kept = detach(text);
    while (this.#cells.length < last) {
      this.#cells.push(kept);
      this.#types.push(type);
    }
  }

  #addArea(left: number): void {
    const right = left + this.#columnsSpanned - 1;
    if (right > mostColumns) throw damaged('a merged area of a sheet ends beyond the last column');
    // Where the row is repeated, so is an area of one row.
    const bottom = this.#row + (this.#rowsSpanned === 1 ? this.#rowsRepeated : this.#rowsSpanned) - 1;
    this.#target?.merged.add({ top: this.#row, left, bottom, right });
  }

  #endRow(): void {
    this.#rowDepth = 0;
    const first = this.#row;
    this.#row += this.#rowsRepeated;
    const target = this.#target;
    if (target === undefined || this.#cells.length === 0) return;
    if (this.#row - 1 > mostRows) throw tooLarge(`a sheet has more than ${mostRows} rows`);
    this.#push(target, first);
  }

  /** A row that stands for several gives one array for all, as long as the merged areas are the same. */
  #push({ merged, sink }: OdsTarget, first: number): void {
    const last = this.#row - 1;
    let copied = 0;
    for (let row = first; row <= last;) {
      const cells = last === first ? this.#cells : this.#cells.slice();
      const types = last === first ? this.#types : this.#types.slice();
      copied += cells.length;
      if (copied > mostCopied)
        throw tooLarge('repeated rows of a sheet are crossed by too many merged areas');
      merged.fill(row, cells, types);
      const until = Math.min(last, merged.unchangedUntil);
      sink.push(row, cells, types, until);
      row = Math.max(until, row) + 1;
    }
  }
}

/** Cells of all the copies that one repeated row may need. */
const mostCopied = 4_000_000;

const noAttributes: OdsCell = {
  valueType: undefined,
  value: undefined,
  extendedType: undefined,
  hasFormula: false,
};

/** What stands repeated; what is no count is 1. */
function readCount(value: string | undefined): number {
  if (value === undefined) return 1;
  const count = Number(value);
  // Beyond any sheet's bounds it only has to stay a safe number.
  return Number.isInteger(count) && count >= 1 ? Math.min(count, 0x7fffffff) : 1;
}

/** Names of attributes as written, by the prefixes that the root declares. */
function attributeNames(root: XmlAttributes | undefined) {
  const prefixes = new Map<string, string>();
  for (const name in root) if (name.startsWith('xmlns:')) prefixes.set(root[name] ?? '', name.slice(6));
  const named = (namespace: string, usual: string, name: string) =>
    `${prefixes.get(namespace) ?? usual}:${name}`;
  const table = (name: string) => named(`${namespaces}table:1.0`, 'table', name);
  const office = (name: string) => named(`${namespaces}office:1.0`, 'office', name);
  const value = office('value');
  return {
    tableName: table('name'),
    tableStyle: table('style-name'),
    display: table('display'),
    styleName: named(`${namespaces}style:1.0`, 'style', 'name'),
    rowsRepeated: table('number-rows-repeated'),
    columnsRepeated: table('number-columns-repeated'),
    rowsSpanned: table('number-rows-spanned'),
    columnsSpanned: table('number-columns-spanned'),
    formula: table('formula'),
    valueType: office('value-type'),
    value,
    values: {
      date: office('date-value'),
      time: office('time-value'),
      boolean: office('boolean-value'),
      string: office('string-value'),
    } as Readonly<Record<string, string | undefined>>,
    extendedType: named(extended, 'calcext', 'value-type'),
    count: named(`${namespaces}text:1.0`, 'text', 'c'),
  };
}
