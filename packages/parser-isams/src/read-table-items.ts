import { type Place } from '@rollbook/model';
import {
  type Head,
  headingKey,
  noChildren,
  openWorkbook,
  readDelimited,
  type RowBatch,
  sniffDelimited,
  sniffWorkbook,
  type Source,
  XmlElement,
} from '@rollbook/parser-kit';
import type { ReadPass } from './item-source.js';
import type { ListItem } from './node.js';

/** What a column of registration is called in the Batch API, by the key of its heading. */
const statusNames: ReadonlyMap<string, string> = new Map([
  ['txtschoolid', 'PupilId'],
  ['pupilid', 'PupilId'],
  ['datetimescheduleid', 'PeriodId'],
  ['txtdatetime', 'RegistrationDateTime'],
  ['txtampm', 'SessionAmPm'],
  ['blnregistered', 'Registered'],
  ['presentyesno', 'Registered'],
  ['blnlate', 'Late'],
  ['intminuteslate', 'MinutesLate'],
  ['intcode', 'Code'],
  ['absentcode', 'Code'],
  ['intpresentcode', 'PresentCode'],
  ['absentnote', 'RegistrationComment'],
  ['tblregistrationschoolregistrationpupilsid', 'Id'],
]);

/** The schedule of a registrations workbook: days and times of the register. */
const scheduleNames: ReadonlyMap<string, string> = new Map([
  ['id', 'Id'],
  ['datetime', 'Start'],
  ['name', 'Name'],
  ['type', 'Type'],
]);

interface TableKind {
  readonly list: 'RegistrationStatuses' | 'RegistrationPeriods';
  readonly item: string;
  readonly names: ReadonlyMap<string, string>;
}

const marks: TableKind = { list: 'RegistrationStatuses', item: 'RegistrationStatus', names: statusNames };
const schedule: TableKind = { list: 'RegistrationPeriods', item: 'RegistrationPeriod', names: scheduleNames };

/** What a table is by its headings; undefined when it is none of registration. */
function kindOf(headings: readonly string[]): TableKind | undefined {
  const keys = new Set(headings.map(headingKey));
  if (keys.has('blnregistered') && keys.has('txtschoolid')) return marks;
  if (keys.has('datetimescheduleid') && (keys.has('absentcode') || keys.has('presentyesno'))) return marks;
  return keys.has('datetimerulename') && keys.has('datetime') ? schedule : undefined;
}

/** Why a file is a table of registration, by its head; undefined when it is not. */
export function registrationTable(head: Head): string | undefined {
  const workbook = sniffWorkbook(head.bytes);
  if (workbook !== undefined) {
    const rows = workbook.rows ?? (workbook.strings === undefined ? [] : [workbook.strings]);
    return rows.some((row) => kindOf(row) !== undefined)
      ? "workbook with headings of iSAMS's migration template for registrations"
      : undefined;
  }
  const header = head.text === '' ? undefined : sniffDelimited(head.text)?.rows[0];
  return header !== undefined && kindOf(header) === marks
    ? "delimited text with columns of iSAMS's registration tables"
    : undefined;
}

function* itemsOf(
  { rows, at }: RowBatch,
  kind: TableKind,
  names: readonly string[],
  placeOf: (at: number) => Place,
  pathOf: (at: number) => string,
): Generator<ListItem, void, undefined> {
  for (let i = 0; i < rows.length; i++) {
    const line = at[i] as number;
    const children: XmlElement[] = [];
    (rows[i] as readonly string[]).forEach((cell, column) => {
      if (cell === '' || cell === 'NULL') return;
      const name = names[column] ?? `column ${column + 1}`;
      children.push(new XmlElement(name, undefined, undefined, noChildren, cell, line, 1));
    });
    if (children.length === 0) continue;
    const element = new XmlElement(kind.item, undefined, undefined, children, '', line, 1);
    yield { manager: '', list: kind.list, element, path: pathOf(line), place: placeOf(line) };
  }
}

async function* readRows(
  batches: AsyncIterable<RowBatch>,
  pass: ReadPass,
  sheet: string | undefined,
): AsyncGenerator<readonly ListItem[], void, undefined> {
  let kind: TableKind | undefined;
  let names: readonly string[] = [];
  for await (const batch of batches) {
    pass.signal?.throwIfAborted();
    let rest = batch;
    if (names.length === 0) {
      const [header = []] = batch.rows;
      kind = kindOf(header);
      if (kind === undefined) {
        pass.onEmpty('', sheet ?? 'table');
        return;
      }
      const known = kind.names;
      names = header.map((heading) => known.get(headingKey(heading)) ?? heading.trim());
      rest = { rows: batch.rows.slice(1), at: batch.at.slice(1) };
    }
    if (kind === undefined || !pass.wants('', kind.list)) return;
    const placeOf = (at: number): Place => (sheet === undefined ? { line: at } : { row: at, sheet });
    const pathOf = (at: number): string => (sheet === undefined ? `row ${at}` : `${sheet} row ${at}`);
    const items = [...itemsOf(rest, kind, names, placeOf, pathOf)];
    if (items.length > 0) yield items;
  }
}

/** The rows of a table of registration, as items of the lists that the Batch API has for the same. */
export async function* readTableItems(
  source: Source,
  pass: ReadPass,
): AsyncGenerator<readonly ListItem[], void, undefined> {
  const { signal, onProgress, encoding } = pass;
  const head = await source.head();
  if (head[0] !== 0x50 || head[1] !== 0x4b) {
    yield* readRows(readDelimited(source, { signal, onProgress, encoding }), pass, undefined);
    return;
  }
  const workbook = await openWorkbook(source, { signal, onProgress });
  try {
    for (const { name, index } of workbook.sheets) yield* readRows(workbook.rows(index), pass, name);
  } finally {
    workbook.close();
  }
}
