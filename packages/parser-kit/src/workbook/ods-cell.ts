import type { CellType } from '../table/row-batch.js';
import { numberToText, readNumber } from './cell-text.js';
import { durationToText, isoToText } from './serial-date.js';

/** The attributes of a cell that say what it holds (ODF 1.3 part 3, 19.387 to 19.390). */
export interface OdsCell {
  readonly valueType: string | undefined;
  /** Value by the type: `office:value`, `office:date-value` and so on. */
  readonly value: string | undefined;
  /** LibreOffice's own type, which knows errors. */
  readonly extendedType: string | undefined;
  readonly hasFormula: boolean;
}

export interface CellValue {
  readonly text: string;
  readonly type: CellType;
}

export const blankCell: CellValue = Object.freeze({ text: '', type: '-' });
const uncomputed: CellValue = Object.freeze({ text: '', type: 'f' });

/** `shown` is the text of the cell's paragraphs: what a person sees. */
export function readOdsCell(cell: OdsCell, shown: string): CellValue {
  if (cell.extendedType === 'error') return { text: shown, type: 'e' };
  const value = cell.value;
  switch (cell.valueType) {
    case 'float':
    case 'percentage':
    case 'currency':
      return number(value, shown);
    case 'date':
      return typed(value === undefined ? undefined : isoToText(value), 'd', value ?? shown);
    case 'time':
      return typed(value === undefined ? undefined : durationToText(value), 'd', value ?? shown);
    case 'boolean':
      return { text: value === 'true' ? 'TRUE' : 'FALSE', type: 'b' };
    case undefined:
      return shown === '' && cell.hasFormula ? uncomputed : text(shown);
    default:
      return text(value ?? shown);
  }
}

function number(value: string | undefined, shown: string): CellValue {
  const read = value === undefined ? undefined : readNumber(value);
  if (read === undefined) return text(value ?? shown);
  // Shown by a format of zeros, such as 000123.
  if (/^0\d+$/.test(shown) && Number(shown) === read) return { text: shown, type: 'n' };
  return { text: numberToText(read), type: 'n' };
}

function typed(read: string | undefined, type: CellType, otherwise: string): CellValue {
  return read === undefined ? text(otherwise) : { text: read, type };
}

function text(value: string): CellValue {
  return value === '' ? blankCell : { text: value, type: 's' };
}
