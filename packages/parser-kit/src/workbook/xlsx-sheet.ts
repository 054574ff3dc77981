import type { CellType } from '../table/row-batch.js';
import type { XmlAttributes } from '../xml/element.js';
import { detach } from '../xml/detach.js';
import { columnOf } from './cell-reference.js';
import { isPlainInteger, numberToText, readNumber, unescapeText } from './cell-text.js';
import { mostColumns, mostRows } from './limits.js';
import type { MergedAreas } from './merged-areas.js';
import { generalFormat, padNumber, type NumberFormat } from './number-format.js';
import type { RowSink } from './row-sink.js';
import { isoToText, serialToText } from './serial-date.js';
import { damaged } from './workbook-errors.js';
import type { XmlHandler } from './xml-events.js';
import { RichText } from './xlsx-text.js';

/** What the cells of a workbook's sheets refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** Number formats by the number of the cell style. */
  readonly formats: readonly NumberFormat[];
  readonly dates1904: boolean;
  /** The table of strings may be cut short: a cell that points beyond it is blank, and no error. */
  readonly incomplete?: boolean;
}

const rowDepth = 3;
const cellDepth = 4;
const valueDepth = 5;

/** Reads the rows of a worksheet part (ECMA-376-1, 18.3.1) into a sink. */
export class XlsxSheet implements XmlHandler {
  readonly #context: SheetContext;
  readonly #merged: MergedAreas;
  readonly #sink: RowSink;
  readonly #inline = new RichText(valueDepth);

  #inRows = false;
  #inRow = false;
  #inCell = false;
  #inInline = false;
  #inValue = false;

  #row = 0;
  #column = 0;
  #cells: string[] = [];
  #types: CellType[] = [];

  #type = '';
  #style = '';
  #formula = false;
  #value: string | undefined;
  #text: string | undefined;

  constructor(context: SheetContext, merged: MergedAreas, sink: RowSink) {
    this.#context = context;
    this.#merged = merged;
    this.#sink = sink;
  }

  get wantsText(): boolean {
    return this.#inValue || this.#inline.wantsText;
  }

  start(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    if (depth === valueDepth && this.#inCell) {
      if (name === 'v') {
        this.#inValue = true;
        this.#value = '';
      } else if (name === 'f') this.#formula = true;
      else if (name === 'is') {
        this.#inInline = true;
        this.#inline.begin();
      }
    } else if (depth === cellDepth) {
      if (this.#inRow && name === 'c') this.#startCell(attributes);
    } else if (depth === rowDepth) {
      if (this.#inRows && name === 'row') this.#startRow(attributes?.r);
    } else if (depth === 2) this.#inRows = name === 'sheetData';
    else if (this.#inInline) this.#inline.start(name, depth);
  }

  end(name: string, depth: number): void {
    if (depth === valueDepth) {
      this.#inValue = false;
      if (this.#inInline && name === 'is') {
        this.#inInline = false;
        this.#text = this.#inline.take();
      }
    } else if (depth === cellDepth) {
      if (this.#inCell) this.#endCell();
    } else if (depth === rowDepth) {
      if (this.#inRow) this.#endRow();
    } else if (this.#inInline) this.#inline.end(name, depth);
  }

  text(text: string): void {
    if (this.#inValue) this.#value = this.#value === '' ? text : (this.#value ?? '') + text;
    else this.#inline.add(text);
  }

  /** Programs may leave out the numbers of rows and the references of cells: then they count on. */
  #startRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.#row || row > mostRows) {
      throw damaged('the rows of a sheet are not in order');
    }
    this.#row = row;
    this.#column = 0;
    this.#cells = [];
    this.#types = [];
    this.#inRow = true;
  }

  #startCell(attributes: XmlAttributes | undefined): void {
    const reference = attributes?.r;
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (column === undefined || column > mostColumns) {
      throw damaged('a cell has a reference that is none, or stands beyond the last column');
    }
    this.#column = column;
    this.#type = attributes?.t ?? '';
    this.#style = attributes?.s ?? '';
    this.#formula = false;
    this.#value = undefined;
    this.#text = undefined;
    this.#inCell = true;
  }

  #endRow(): void {
    this.#inRow = false;
    const cells = this.#cells;
    if (cells.length === 0) return;
    this.#merged.fill(this.#row, cells, this.#types);
    this.#sink.push(this.#row, cells, this.#types);
  }

  #set(text: string, type: CellType): void {
    const index = this.#column - 1;
    const cells = this.#cells;
    const types = this.#types;
    const gapFrom = cells.length;
    if (index > gapFrom) {
      // At once, since an array that grows leaves its smaller selves behind.
      cells.length = index;
      cells.fill('', gapFrom);
      types.length = index;
      types.fill('-', gapFrom);
    }
    cells[index] = text;
    types[index] = type;
  }

  #setText(text: string): void {
    if (text !== '') this.#set(text, 's');
  }

  #endCell(): void {
    this.#inCell = false;
    const value = this.#value;
    if (this.#text !== undefined) {
      this.#setText(this.#text);
      return;
    }
    // Some programs write an empty value for a formula that they didn't compute; a computed empty text has a type.
    if (value === undefined || (value === '' && this.#type !== 'str')) {
      if (this.#formula) this.#set('', 'f');
      return;
    }
    switch (this.#type) {
      case 's': {
        this.#setText(this.#sharedString(value));
        return;
      }
      case 'str':
      case 'inlineStr': {
        this.#setText(detach(unescapeText(value)));
        return;
      }
      case 'b': {
        this.#set(value === '1' || value === 'true' ? 'TRUE' : 'FALSE', 'b');
        return;
      }
      case 'e': {
        this.#set(detach(value), 'e');
        return;
      }
      case 'd': {
        const date = isoToText(value);
        if (date === undefined) this.#setText(detach(value));
        else this.#set(date, 'd');
        return;
      }
      default: {
        this.#setNumber(value);
        return;
      }
    }
  }

  #sharedString(value: string): string {
    const text = this.#context.strings[Number(value)];
    if (text !== undefined) return text;
    if (this.#context.incomplete === true) return '';
    throw damaged('a cell points to a text that is not there');
  }

  #setNumber(value: string): void {
    const format =
      this.#style === '' ? generalFormat : (this.#context.formats[Number(this.#style)] ?? generalFormat);
    const plain = !format.date && !format.time && format.padding === undefined;
    if (plain && isPlainInteger(value)) {
      this.#set(detach(value), 'n');
      return;
    }
    const number = readNumber(value);
    if (number === undefined) {
      this.#setText(detach(value));
      return;
    }
    if (format.date || format.time) {
      const date = serialToText(number, format, this.#context.dates1904);
      if (date !== undefined) {
        this.#set(date, 'd');
        return;
      }
    }
    const padded = format.padding === undefined ? undefined : padNumber(number, format.padding);
    this.#set(padded ?? numberToText(number), 'n');
  }
}
