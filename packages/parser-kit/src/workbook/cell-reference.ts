import { mostColumns, mostRows } from './limits.js';

/** Cells from the first row and column to the last, all from 1. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Column of a reference such as `AB12`, from 1; undefined when it is none or beyond the last column (XFD). */
export function columnOf(reference: string): number | undefined {
  let column = 0;
  let i = 0;
  for (; i < reference.length && i < 4; i++) {
    // Upper and lower case differ in one bit.
    const letter = (reference.charCodeAt(i) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return i > 0 && i < reference.length && column <= mostColumns ? column : undefined;
}

const areaPattern = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** An area such as `A1:C3`; undefined when it is none or beyond a sheet's bounds. */
export function readArea(reference: string): CellArea | undefined {
  const found = areaPattern.exec(reference);
  const from = place(found?.[1], found?.[2]);
  const to = found?.[3] === undefined ? from : place(found[3], found[4]);
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

function place(letters = '', digits = ''): { column: number; row: number } | undefined {
  const column = columnOf(`${letters}1`);
  const row = Number(digits);
  return column === undefined || row < 1 || row > mostRows ? undefined : { column, row };
}
