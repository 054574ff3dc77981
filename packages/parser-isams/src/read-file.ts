import { type Batch, completeFileProvenance, type Source, UnreadableInputError } from '@rollbook/parser-kit';
import { ErrorDocument } from './error-document.js';
import type { FileContext } from './file-context.js';
import type { ReadItems, ReadPass } from './item-source.js';
import { listKind, type ListKind } from './list-kinds.js';
import type { ListItem } from './node.js';
import type { IsamsParseOptions } from './options.js';
import { RecordReader } from './record-reader.js';
import { Sink } from './sink.js';

/**
 * Single items that wait for a pupil, and items of a stream whose lists came too early. A mark takes about 1.5 KB
 * here, so this is some 75 MB.
 */
const MOST_WAITING = 50_000;

/**
 * Reads a file of lists. Their order is not fixed, and marks and contacts need pupils, codes and periods, of which
 * only small tables are kept. A list that comes before what it needs is passed over and the file read a second time
 * for it; a stream, which can't be, has such a list held in memory up to a limit.
 */
export async function* readFile(
  context: FileContext,
  source: Source,
  readItems: ReadItems,
  options: IsamsParseOptions,
): AsyncGenerator<Batch, void, undefined> {
  const sink = new Sink(options.batchSize);
  const reader = new RecordReader(context, sink);
  const error = new ErrorDocument();
  const decided = new Map<ListKind, boolean>();
  const waiting: ListItem[] = [];
  const held: ListItem[] = [];
  let found = false;

  const wait = (list: ListItem[], item: ListItem): void => {
    if (list.length >= MOST_WAITING) refuseOrder(item);
    list.push(item);
  };
  const pass: ReadPass = {
    signal: options.signal,
    onProgress: options.onProgress,
    encoding: options.encoding,
    wants: () => true,
    onEmpty: (manager, list) => {
      if (list === undefined) reader.noteEmpty(`/iSAMS/${manager}`);
      else if (listKind(manager, list) === 'unread') {
        reader.noteEmpty(manager === '' ? `/${list}` : `/iSAMS/${manager}/${list}`);
      }
    },
    onMessage: (name, text, place) => {
      error.add(name, text, place);
    },
  };
  for await (const items of readItems(source, pass)) {
    for (const item of items) {
      const kind = reader.kindOf(item);
      found ||= kind !== 'unread';
      if (isDependent(kind)) {
        let ready = decided.get(kind);
        if (ready === undefined) decided.set(kind, (ready = reader.isReady(kind)));
        if (!ready) {
          if (!source.repeatable) wait(held, item);
          continue;
        }
      }
      if (reader.read(item, kind, false) === 'early') wait(waiting, item);
    }
    yield* sink.take();
  }
  completeFileProvenance(context.file, source);
  for (const item of waiting) reader.read(item, reader.kindOf(item), true);
  for (const item of held) reader.read(item, reader.kindOf(item), true);
  yield* sink.take();

  const early = new Set([...decided].filter(([, ready]) => !ready).map(([kind]) => kind));
  if (early.size > 0 && source.repeatable) {
    const again: ReadPass = {
      ...pass,
      // Progress was told up to the last byte.
      onProgress: undefined,
      wants: (manager, list) => early.has(listKind(manager, list)),
      onEmpty: () => undefined,
      onMessage: () => undefined,
    };
    for await (const items of readItems(source, again)) {
      for (const item of items) {
        const kind = reader.kindOf(item);
        if (early.has(kind)) reader.read(item, kind, true);
      }
      yield* sink.take();
    }
  }
  reader.end();
  const message = error.issue(context);
  if (message !== undefined) sink.put(undefined, [message]);
  else if (!found) sink.put(undefined, [context.issue('isams-nothing-found', {})]);
  yield* sink.end();
}

function isDependent(kind: ListKind): boolean {
  switch (kind) {
    case 'contact':
    case 'status':
    case 'sen':
    case 'meals':
    case 'result':
    case 'conduct':
      return true;
    default:
      return false;
  }
}

function refuseOrder({ element, path }: ListItem): never {
  throw new UnreadableInputError(
    'isams-order',
    'The file has too many records before the pupils that they belong to, to be read from a stream.',
    {
      place: { line: element.line, column: element.column, path },
      help: 'Save the file and give its path, so that it can be read twice; or ask for pupils and codes first.',
    },
  );
}
