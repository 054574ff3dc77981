import type { Place } from '@rollbook/model';
import {
  type Batch,
  checkTableOptions,
  completeFileProvenance,
  createBatcher,
  createFileProvenance,
  createIssueOnce,
  isNil,
  type Item,
  placeOf,
  readXmlRecords,
  type Source,
  TableMemory,
  type TableParseOptions,
  TableReader,
  type XmlElement,
} from '@rollbook/parser-kit';
import { bromcomTable } from './bromcom-table.js';
import type { Entry } from '@rollbook/parser-kit';
import { ObjectTable } from '@rollbook/parser-kit';

/** A row is an element of `NewDataSet`, whatever stands around it: an envelope, a result, the schema before it. */
const isRow = (names: readonly string[]): boolean =>
  names.at(-2) === 'NewDataSet' && names.includes('diffgram');

function entriesOf(element: XmlElement): Entry[] {
  const entries: Entry[] = [];
  for (const child of element.children) {
    if (isNil(child)) continue;
    if (child.children.length === 0) entries.push([child.name, child.text.trim()]);
    else for (const [name, text] of entriesOf(child)) entries.push([`${child.name}.${name}`, text]);
  }
  return entries;
}

/**
 * Reads the answer of Bromcom's SOAP service: a .NET diffgram, one element of `NewDataSet` a row. Throws what
 * `readXmlRecords` throws.
 */
export async function* readDiffgram(
  source: Source,
  options: TableParseOptions,
): AsyncGenerator<Batch, void, undefined> {
  checkTableOptions(options);
  const { signal, onProgress, encoding, batchSize } = options;
  const { id, supplier } = bromcomTable;
  const file = createFileProvenance(source, { supplier, format: id });
  const batcher = createBatcher(batchSize);
  const memory = new TableMemory();
  const once = createIssueOnce();
  const tables = new Map<string, ObjectTable>();
  let current: ObjectTable | undefined;
  const records = readXmlRecords(source, { records: isRow, signal, onProgress, encoding });
  for await (const completed of records) {
    const groups: { name: string; rows: { entries: Entry[]; place: Place }[] }[] = [];
    for (const record of completed) {
      const { element } = record;
      if (groups.at(-1)?.name !== element.name) groups.push({ name: element.name, rows: [] });
      groups.at(-1)?.rows.push({ entries: entriesOf(element), place: placeOf(record) });
    }
    for (const { name, rows } of groups) {
      let table = tables.get(name);
      if (table === undefined) {
        table = new ObjectTable({ dialect: bromcomTable, file, options, once, memory, name });
        if (tables.size < 100) tables.set(name, table);
      }
      const items: Iterable<readonly Item[]>[] = [];
      if (current !== undefined && current !== table) items.push(current.end());
      current = table;
      items.push(table.read(rows));
      for (const together of items) {
        for (const each of together) {
          const batch = batcher.add(each);
          if (batch !== undefined) yield batch;
        }
      }
    }
  }
  completeFileProvenance(file, source);
  for (const each of current?.end() ?? []) {
    const batch = batcher.add(each);
    if (batch !== undefined) yield batch;
  }
  if (memory.pupilCount === 0) {
    const reader = new TableReader({ dialect: bromcomTable, file, options, placeOf: () => ({}) });
    reader.issue('no-pupils', {});
    batcher.add(reader.take());
  }
  const rest = batcher.flush();
  if (rest !== undefined) yield rest;
}
