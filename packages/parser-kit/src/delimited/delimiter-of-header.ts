import { delimiters, type Delimiter } from './delimiter.js';

/**
 * The delimiter by which a text's first line is a header that is known: where the headings are known, the delimiter needn't be
 * guessed from rows, whose cells may hold any of them. Undefined when it is no such header by any.
 *
 * @param text the start of a file; a byte order mark is passed over.
 */
export function delimiterOfHeader(
  text: string,
  isHeader: (cells: readonly string[]) => boolean,
): Delimiter | undefined {
  const [first = ''] = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, 1);
  return delimiters.find((delimiter) =>
    isHeader(first.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))),
  );
}
