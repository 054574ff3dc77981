/** What one workbook may cost. */
export interface WorkbookLimits {
  /** Bytes of the file, which is held in memory as it is. */
  readonly compressedBytes: number;
  /** Bytes of all parts together, unpacked. They are unpacked in passing and never held. */
  readonly uncompressedBytes: number;
  /** How many times larger than packed a part may be; asked of parts beyond 16 MB only. */
  readonly ratio: number;
  /** Parts of the ZIP archive. */
  readonly entries: number;
  /** Shared strings of an .xlsx, which are held in memory. */
  readonly sharedStrings: number;
  /** Characters of all shared strings together. */
  readonly sharedStringLength: number;
  /** Merged areas of one sheet. */
  readonly mergedAreas: number;
  /** Cells of one sheet that have their value from a merged area. */
  readonly filledCells: number;
  /** Cells of one sheet, counting blanks between cells and what a repeat stands for. */
  readonly cells: number;
}

const MB = 1024 * 1024;

/**
 * Excel's own largest sheet (1,048,576 rows) with a hundred columns stays below. A sheet of blank formatted cells
 * is packed to about a fiftieth.
 */
export const defaultWorkbookLimits: WorkbookLimits = Object.freeze({
  compressedBytes: 256 * MB,
  uncompressedBytes: 2048 * MB,
  ratio: 250,
  entries: 10_000,
  sharedStrings: 4_000_000,
  sharedStringLength: 128 * MB,
  mergedAreas: 250_000,
  filledCells: 10_000_000,
  cells: 200_000_000,
});

/** From this size on the ratio counts: below, a part is harmless whatever it is packed to. */
export const ratioCountsFrom = 16 * MB;

/** Excel's and LibreOffice's own bounds. */
export const mostColumns = 16_384;
export const mostRows = 1_048_576;
