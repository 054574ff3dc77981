/** How suppliers write what a record holds in another form. */

/** `02/09/2026` for `2026-09-02`. */
export function ukDate(date: string): string;
export function ukDate(date: string | undefined): string | undefined;
export function ukDate(date: string | undefined): string | undefined {
  return date === undefined ? undefined : `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** An ISO date as a date cell of a workbook: midnight UTC, which is how exceljs counts days. */
export function dateCell(date: string): Date;
export function dateCell(date: string | undefined): Date | undefined;
export function dateCell(date: string | undefined): Date | undefined {
  return date === undefined ? undefined : new Date(`${date}T00:00:00Z`);
}

/** The words for true and false; undefined stays undefined. */
export function yesNo(value: boolean | undefined, yes = 'Yes', no = 'No'): string | undefined {
  return value === undefined ? undefined : value ? yes : no;
}

/** The bytes of a file in one piece, for small files and tests. */
export async function fileBytes(file: { content(): AsyncIterable<Uint8Array> }): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.content()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
