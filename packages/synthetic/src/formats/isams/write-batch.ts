import { XmlWriter } from '@rollbook/parser-kit';
import type { BatchList, BatchNode } from './batch-tree.js';

/** Characters in a piece, about. */
const PIECE = 64 * 1024;

function writeNode(writer: XmlWriter, { name, attributes, children }: BatchNode): void {
  if (children === undefined || typeof children === 'string') {
    if (attributes !== undefined) writer.element(name, children ?? '', attributes);
    else if (children !== undefined) writer.element(name, children);
    return;
  }
  writer.start(name, attributes);
  for (const child of children) writeNode(writer, child);
  writer.end();
}

/** The Batch API's XML, in pieces. Lists of one manager stand together. */
export function* batchXml(lists: readonly BatchList[]): Generator<string, void, undefined> {
  const writer = new XmlWriter({ forbidden: 'replace' });
  writer.start('iSAMS');
  let open: string | undefined;
  for (const { manager, list, items } of lists) {
    if (manager !== open) {
      if (open !== undefined) writer.end();
      writer.start(manager);
      open = manager;
    }
    writer.start(list);
    for (const item of items()) {
      writeNode(writer, item);
      if (writer.length >= PIECE) yield writer.take();
    }
    writer.end();
  }
  if (open !== undefined) writer.end();
  writer.end();
  yield writer.finish();
}

type Json = string | null | { [key: string]: Json } | Json[];

/** As the XML is converted: attributes with `@`, a child that stands several times as an array, null for nothing. */
function jsonOf({ attributes, children }: BatchNode): Json {
  if (typeof children === 'string' && attributes === undefined) return children;
  const json: Record<string, Json> = {};
  for (const [name, value] of Object.entries(attributes ?? {}))
    if (value !== undefined) json[`@${name}`] = value;
  if (typeof children === 'string') json['#text'] = children;
  else {
    for (const child of children ?? []) {
      if (child.children === undefined && child.attributes === undefined) continue;
      const value = jsonOf(child);
      const before = json[child.name];
      if (before === undefined) json[child.name] = value;
      else if (Array.isArray(before)) before.push(value);
      else json[child.name] = [before, value];
    }
  }
  return Object.keys(json).length === 0 ? null : json;
}

/** One list: null when it is empty, an object when it has one item, as the conversion from XML leaves it. */
function* jsonList(items: Iterable<BatchNode>): Generator<string, void, undefined> {
  let first: BatchNode | undefined;
  let count = 0;
  for (const item of items) {
    if (count === 1 && first !== undefined)
      yield `{${JSON.stringify(item.name)}:[\n${JSON.stringify(jsonOf(first))}`;
    if (count > 0) yield `,\n${JSON.stringify(jsonOf(item))}`;
    else first = item;
    count++;
  }
  if (first === undefined) yield 'null';
  else yield count === 1 ? `{${JSON.stringify(first.name)}:${JSON.stringify(jsonOf(first))}}` : ']}';
}

/** The Batch API's JSON, which has the tree of its XML, in pieces. */
export function* batchJson(lists: readonly BatchList[]): Generator<string, void, undefined> {
  let piece = '{"?xml":{"@version":"1.0","@encoding":"utf-8"},"iSAMS":{';
  let open: string | undefined;
  for (const { manager, list, items } of lists) {
    if (manager === open) piece += ',\n';
    else {
      piece += `${open === undefined ? '' : '},\n'}${JSON.stringify(manager)}:{`;
      open = manager;
    }
    piece += `${JSON.stringify(list)}:`;
    for (const part of jsonList(items())) {
      piece += part;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  yield `${piece}${open === undefined ? '' : '}'}}}\n`;
}
