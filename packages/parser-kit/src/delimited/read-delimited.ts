import { decodeText, type DecodeTextOptions } from '../decode-text.js';
import { UnreadableInputError } from '../errors.js';
import { refuseForeign } from '../foreign-input.js';
import type { Source } from '../source.js';
import type { RowBatch } from '../table/row-batch.js';
import { delimitedHelp, type DelimitedLimits } from './delimited-errors.js';
import { readSeparatorLine, type Delimiter } from './delimiter.js';
import { DelimitedScanner } from './scanner.js';
import { guessDelimiter, isOtherFormat } from './sniff.js';

/** With `encoding`, `signal`, `onProgress` and `onEncoding` as for `decodeText`. */
export interface ReadDelimitedOptions extends DecodeTextOptions {
  /** Found by the first rows when not given. */
  readonly delimiter?: Delimiter | undefined;
  /** Called with what is taken for the delimiter, before the first rows. */
  readonly onDelimiter?: ((delimiter: Delimiter) => void) | undefined;
  readonly limits?: Partial<DelimitedLimits> | undefined;
}

/**
 * Rows of a delimited file (CSV and the like), in batches of 1,000, in passing. Each row has the cells it has: rows
 * may differ in length. Blank lines, and rows of nothing but delimiters and white space, are left out; `at` gives
 * each row's line in the file. Cells are text as it stands, white space included, and may be kept. A first line
 * `sep=;` names the delimiter and is no row.
 *
 * Throws `UnreadableInputError`, with the line, for a quote that is never closed (`csv-quote-open`, the line where
 * it opens), a control character (`csv-character`) or what is over a limit; for XML and JSON `csv-not-a-table` when
 * no delimiter was given; and what `refuseForeign` and `decodeText` throw.
 */
export async function* readDelimited(
  source: Source,
  options: ReadDelimitedOptions = {},
): AsyncGenerator<RowBatch, void, undefined> {
  const { limits, onDelimiter } = options;
  options.signal?.throwIfAborted();
  refuseForeign(await source.head());
  let scanner: DelimitedScanner | undefined;
  const out: RowBatch[] = [];
  for await (let piece of decodeText(source, options)) {
    if (scanner === undefined) {
      const separator = readSeparatorLine(piece);
      if (separator !== undefined) piece = piece.slice(separator.length);
      const delimiter = options.delimiter ?? separator?.delimiter ?? findDelimiter(piece);
      onDelimiter?.(delimiter);
      scanner = new DelimitedScanner({ delimiter, limits, line: separator === undefined ? 1 : 2 });
    }
    scanner.write(piece, out);
    yield* out;
    out.length = 0;
  }
  scanner?.end(out);
  yield* out;
}

function findDelimiter(start: string): Delimiter {
  if (isOtherFormat(start)) {
    throw new UnreadableInputError('csv-not-a-table', 'The file is XML or JSON, no table.', {
      place: { line: 1 },
      help: delimitedHelp['csv-not-a-table'],
    });
  }
  return guessDelimiter(start);
}
