import { type Encoding, openWorkbook, readDelimited, type RowBatch, type Source } from '@rollbook/parser-kit';
import { isOldWorkbook, isWorkbook } from './tables.js';

/** The first rows of a table. */
export interface TableSample {
  /** Sheet; undefined for delimited text. */
  readonly name?: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Number of each row, 1 first. */
  readonly at: readonly number[];
}

const MOST_ROWS = 1_000;
/** A sheet may have 16,384 columns, and a list of pupils has some hundred. */
const MOST_COLUMNS = 1_000;

async function take(
  rows: AsyncIterable<RowBatch>,
  signal: AbortSignal | undefined,
): Promise<Pick<TableSample, 'rows' | 'at'>> {
  const sample: { rows: (readonly string[])[]; at: number[] } = { rows: [], at: [] };
  for await (const batch of rows) {
    signal?.throwIfAborted();
    for (let i = 0; i < batch.rows.length && sample.rows.length < MOST_ROWS; i++) {
      sample.rows.push((batch.rows[i] as readonly string[]).slice(0, MOST_COLUMNS));
      sample.at.push(batch.at[i] as number);
    }
    if (sample.rows.length >= MOST_ROWS) break;
  }
  return sample;
}

/** The first thousand rows of each sheet. @throws UnreadableInputError */
export async function sampleTables(
  source: Source,
  { encoding, signal }: { encoding?: Encoding | undefined; signal?: AbortSignal | undefined },
): Promise<TableSample[]> {
  signal?.throwIfAborted();
  const head = await source.head();
  if (!isWorkbook(head) && !isOldWorkbook(head)) {
    return [{ hidden: false, ...(await take(readDelimited(source, { encoding, signal }), signal)) }];
  }
  const workbook = await openWorkbook(source, { signal });
  try {
    const samples: TableSample[] = [];
    for (const { name, hidden, index } of workbook.sheets) {
      samples.push({ name, hidden, ...(await take(workbook.rows(index), signal)) });
    }
    return samples;
  } finally {
    workbook.close();
  }
}
