/** What parts the cells of a row. */
export type Delimiter = ',' | ';' | '\t' | '|';

/**
 * In the order in which a tie is settled: a comma stands in names and addresses too, the others hardly ever do.
 */
export const delimiters: readonly Delimiter[] = ['\t', ';', '|', ','];

const separatorLine = /^\ufeff?sep=([,;\t|])(?:\r\n|\r|\n|$)/i;

/**
 * The line `sep=;` by which a file tells Excel its delimiter, if the text begins with it: no row of the table.
 * `length` counts its line end.
 */
export function readSeparatorLine(text: string): { delimiter: Delimiter; length: number } | undefined {
  const found = separatorLine.exec(text);
  return found === null ? undefined : { delimiter: found[1] as Delimiter, length: found[0].length };
}
