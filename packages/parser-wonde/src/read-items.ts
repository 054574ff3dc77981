import type { JsonValue } from '@rollbook/model';
import { type JsonRecord, readJsonRecords, type Source } from '@rollbook/parser-kit';
import { isObject, setOwn, type WondeItem } from './json.js';
import type { WondeParseOptions } from './options.js';

type Path = readonly (string | number)[];

/** Objects of a list, and members of an object that is no page or no list: these are put together again. */
function isPart(path: Path): boolean {
  return path.length === 2 ? path[1] !== 'data' : path.length === 3 && path[1] === 'data';
}

/** An object whose members come one by one. */
interface Open {
  readonly path: string;
  readonly document: number;
  /** Inside `data`. */
  readonly isData: boolean;
  readonly first: JsonRecord;
  readonly members: Record<string, JsonValue>;
}

/**
 * The objects of saved answers: of a page's `data`, be it a list or one object; of a bare list; of pages in a list or one
 * after another. What stands beside `data` in a page is not given.
 */
export async function* readItems(
  source: Source,
  { signal, onProgress, encoding }: WondeParseOptions,
  isOne: boolean,
): AsyncGenerator<readonly WondeItem[], void, undefined> {
  /** Pages: documents with `data`. */
  const pages = new Set<number>();
  const records = (path: Path): boolean => {
    if (path.length === 2 && path[1] === 'data' && typeof path[0] === 'number') pages.add(path[0]);
    return isPart(path);
  };
  let open: Open | undefined;
  const close = (): WondeItem | undefined => {
    if (open === undefined) return undefined;
    const { path, document, isData, first, members } = open;
    open = undefined;
    if (!isData && pages.has(document)) return undefined;
    return { value: members, path, line: first.line, column: first.column };
  };
  for await (const completed of readJsonRecords(source, {
    records,
    lines: true,
    signal,
    onProgress,
    encoding,
  })) {
    const items: WondeItem[] = [];
    for (const record of completed) {
      const { segments, value, line, column } = record;
      const path = isOne && segments[0] === 0 ? record.path.slice(2) : record.path;
      const document = segments[0] as number;
      const name = segments.at(-1);
      const isData = segments.length === 3;
      if (open !== undefined && (open.document !== document || open.isData !== isData)) {
        const item = close();
        if (item !== undefined) items.push(item);
      }
      if (typeof name === 'number') {
        if (isObject(value)) items.push({ value, path, line, column });
        continue;
      }
      open ??= {
        path: path.slice(0, path.lastIndexOf('/')),
        document,
        isData,
        first: record,
        members: {},
      };
      setOwn(open.members, String(name), value);
    }
    if (items.length > 0) yield items;
  }
  const last = close();
  if (last !== undefined) yield [last];
}
