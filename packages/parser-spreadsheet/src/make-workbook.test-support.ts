import ExcelJS from 'exceljs';

export type Cell = ExcelJS.CellValue | undefined;

export interface SheetSketch {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden?: boolean;
  /** Areas such as `A1:D1`. */
  readonly merged?: readonly string[];
  /** Number formats by the letter of the column. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** A day as a date cell: exceljs takes midnight UTC. */
export function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

export async function makeWorkbook(sheets: readonly SheetSketch[], date1904 = false): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  for (const { name, rows, hidden = false, merged = [], formats = {} } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    for (const row of rows) {
      sheet.addRow(row).eachCell((cell) => {
        if (cell.value instanceof Date) cell.numFmt = 'dd/mm/yyyy';
      });
    }
    for (const area of merged) sheet.mergeCells(area);
    for (const [letter, format] of Object.entries(formats)) sheet.getColumn(letter).numFmt = format;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
