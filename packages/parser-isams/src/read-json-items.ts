import type { JsonValue } from '@rollbook/model';
import { readJsonRecords, type Source, UnreadableInputError } from '@rollbook/parser-kit';
import { messageParts, type ReadPass, SeenLists } from './item-source.js';
import { elementFromJson, type ListItem } from './node.js';

type Path = readonly (string | number)[];

const ROOT = 'iSAMS';

/** A list of one item is that item, without an array around it: its members come one by one and are put together. */
interface SingleItem {
  readonly pointer: string;
  readonly at: { line: number; column: number };
  readonly manager: string;
  readonly list: string;
  readonly name: string;
  readonly members: [string, JsonValue][];
}

function finishSingle(single: SingleItem): ListItem {
  const { manager, list, name, members, pointer, at } = single;
  const element = elementFromJson(name, Object.fromEntries(members), at);
  return { manager, list, element, path: pointer };
}

/** Name of the elements of an array of the REST API: it has none of its own. */
const REST_ITEM = 'item';

/**
 * The items of a Batch API answer in JSON (`iSAMS`, manager, list, item), of a page of the REST API (an array at the
 * top), or the parts of an error message.
 */
export async function* readJsonItems(
  source: Source,
  pass: ReadPass,
): AsyncGenerator<readonly ListItem[], void, undefined> {
  const seen = new SeenLists();
  /** Set once something of iSAMS was met. */
  const found = { any: false };
  const message = new Set<string>();
  const isRecord = (path: Path): boolean => {
    const [first, second = '', third = '', , fifth] = path;
    if (first === ROOT) {
      found.any = true;
      if (typeof second !== 'string' || typeof third !== 'string') return false;
      if (path.length === 2) seen.manager(second);
      else if (path.length === 3) seen.list(second, third);
      else if (path.length === 4) return typeof path[3] === 'number' && take(second, third);
      else if (path.length === 5 && fifth !== undefined) return take(second, third);
      return false;
    }
    if (path.length === 1) return typeof first === 'string' && messageParts.has(first);
    if (typeof first !== 'string' || path.length !== 2 || typeof second !== 'number') return false;
    found.any = true;
    seen.list('', first);
    return take('', first);
  };
  const take = (manager: string, list: string): boolean => {
    seen.item(manager, list);
    return pass.wants(manager, list);
  };
  const records = readJsonRecords(source, {
    records: isRecord,
    signal: pass.signal,
    onProgress: pass.onProgress,
    encoding: pass.encoding,
  });
  let single: SingleItem | undefined;
  for await (const completed of records) {
    const items: ListItem[] = [];
    for (const { value, path, segments, line, column } of completed) {
      const at = { line, column };
      const last = segments.at(-1);
      const pointer = path.slice(0, path.lastIndexOf('/'));
      if (single !== undefined && single.pointer !== pointer) {
        items.push(finishSingle(single));
        single = undefined;
      }
      if (segments.length === 1) {
        message.add(String(last));
        pass.onMessage(String(last), typeof value === 'string' ? value.trim() : JSON.stringify(value), at);
      } else if (segments.length === 2) {
        const list = String(segments[0]);
        items.push({ manager: '', list, element: elementFromJson(REST_ITEM, value, at), path });
      } else {
        const [, manager, list, name] = segments.map(String) as [string, string, string, string];
        if (typeof last === 'number') {
          const item = segments.length === 4 ? REST_ITEM : name;
          items.push({ manager, list, element: elementFromJson(item, value, at), path });
        } else {
          single ??= { pointer, at, manager, list, name, members: [] };
          single.members.push([String(last), value]);
        }
      }
    }
    if (items.length > 0) yield items;
  }
  if (single !== undefined) yield [finishSingle(single)];
  if (!found.any && !message.has('Message') && !message.has('MessageId')) {
    throw new UnreadableInputError(
      'isams-root',
      'The file is JSON without the key iSAMS and without a list.',
      {
        place: { line: 1 },
        help: 'Check that the file is an answer of the Batch API or the REST API of iSAMS, and not another export.',
      },
    );
  }
  seen.tellEmpty(pass.onEmpty);
}
