import { readXmlRecords, type Source, UnreadableInputError, type XmlRecord } from '@rollbook/parser-kit';
import { messageParts, type ReadPass, SeenLists } from './item-source.js';
import type { ListItem } from './node.js';

export function isXmlRoot(name: string): boolean {
  return name.toLowerCase() === 'isams';
}

export function refuseRoot(place: { line: number; column: number }): never {
  throw new UnreadableInputError('isams-root', 'The root element is not iSAMS.', {
    place,
    help: 'Check that the file is an answer of the Batch API of iSAMS, and not another export.',
  });
}

/** The items of a Batch API answer in XML: root, manager, list, item. */
export async function* readXmlItems(
  source: Source,
  pass: ReadPass,
): AsyncGenerator<readonly ListItem[], void, undefined> {
  const seen = new SeenLists();
  const message = new Set<string>();
  let root = { name: '', line: 1, column: 1 };
  const isRecord = (names: readonly string[]): boolean => {
    const [, second = '', third = ''] = names;
    if (root.name === 'Message') return names.length === 2 && messageParts.has(second);
    if (names.length === 2) seen.manager(second);
    else if (names.length === 3) seen.list(second, third);
    else if (names.length === 4) {
      seen.item(second, third);
      return pass.wants(second, third);
    }
    return false;
  };
  const records = readXmlRecords(source, {
    records: isRecord,
    signal: pass.signal,
    onProgress: pass.onProgress,
    encoding: pass.encoding,
    onRoot: ({ name, line, column }) => {
      root = { name, line, column };
      if (!isXmlRoot(name) && name !== 'Message') refuseRoot({ line, column });
    },
  });
  let parent = '';
  let lists: [manager: string, list: string] = ['', ''];
  for await (const completed of records) {
    const items: ListItem[] = [];
    for (const record of completed) {
      const { element, path } = record;
      if (root.name === 'Message') {
        message.add(element.name);
        pass.onMessage(element.name, element.text.trim(), element);
        continue;
      }
      const above = path.slice(0, path.lastIndexOf('/'));
      if (above !== parent) {
        parent = above;
        lists = listsOf(record);
      }
      items.push({ manager: lists[0], list: lists[1], element, path });
    }
    if (items.length > 0) yield items;
  }
  // `Message` is the root of the School Census too.
  if (root.name === 'Message' && !(message.has('MessageId') && message.has('MessageName'))) refuseRoot(root);
  seen.tellEmpty(pass.onEmpty);
}

function listsOf({ path }: XmlRecord): [manager: string, list: string] {
  const [, , manager = '', list = ''] = path.split('/').map((step) => step.replace(/\[\d+\]$/, ''));
  return [manager, list];
}
