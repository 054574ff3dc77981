import { isLaestab } from '@rollbook/model';
import {
  type Batch,
  completeFileProvenance,
  createFileProvenance,
  decodeHead,
  type Parser,
  sniffJson,
  type Source,
} from '@rollbook/parser-kit';
import { detect } from './detect.js';
import { FileContext } from './file-context.js';
import { openHead } from '@rollbook/parser-kit';
import type { WondeParseOptions } from './options.js';
import { readItems } from './read-items.js';
import { RecordReader } from './record-reader.js';
import { Sink } from './sink.js';

const ID = 'wonde';
const SUPPLIER = 'wonde';

async function* parse(
  source: Source,
  options: WondeParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const { school } = options;
  if (school !== undefined && !isLaestab(school)) throw new RangeError('school is a LAESTAB of seven digits');
  const outline = sniffJson(decodeHead(await openHead(source, options.signal)));
  // Pointers of one document begin below it, those of several with its number
  const isOne = outline?.kind === 'object' && !outline.lines;
  const context = new FileContext(createFileProvenance(source, { supplier: SUPPLIER, format: ID }), options);
  const sink = new Sink(options.batchSize);
  const reader = new RecordReader(context, sink);
  for await (const items of readItems(source, options, isOne)) {
    for (const item of items) reader.read(item);
    yield* sink.take();
  }
  completeFileProvenance(context.file, source);
  reader.end();
  yield* sink.end();
}

/**
 * Reads saved answers of Wonde's API, version 1.0: one page or many in a file, a bare list, or one object a line.
 * Memory is bounded; see {@link WondeParseOptions} for what a file doesn't say.
 *
 * Yields pupils with their registration, contacts and characteristics, then marks, exclusions and results. A value that
 * is null was not permitted to the asker: it gives no field. What canonical records have no field for is in
 * `extensions` under Wonde's names. Field by field: docs/formats/wonde.md.
 *
 * @throws UnreadableInputError when the file is no JSON, or is damaged or cut short
 */
export const wondeParser: Parser<WondeParseOptions> = {
  id: ID,
  supplier: SUPPLIER,
  title: 'Wonde API',
  detect,
  parse,
};
