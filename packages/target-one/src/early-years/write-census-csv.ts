import { writeDelimited } from '@rollbook/parser-kit';
import {
  CHILD_ROW,
  childColumns,
  countColumns,
  LIST,
  SETTING_ROW,
  settingColumns,
  staffColumns,
} from './census-csv-layout.js';
import { type EarlyYearsHeader, headerRow } from './census-header.js';
import type { EarlyYearsSettingChildren } from './child.js';
import { escapeCell } from './csv-cell.js';
import { childValues, type FieldValues, numberValues, settingValues } from './fields.js';
import { prepareReturn, type WriteEarlyYearsOptions } from './prepare-return.js';

export interface WriteEarlyYearsCsvOptions extends Omit<WriteEarlyYearsOptions, 'names' | 'confirmedOnly'> {
  /** Puts an apostrophe before cells that a spreadsheet would run; true when not given. COLLECT would take it for data. */
  readonly escapeFormulas?: boolean | undefined;
}

/**
 * Writes the early years census as pieces of CSV text: the header record as the DfE's specification of 2021 has it, the
 * others in a layout of ours (unconfirmed, `census-csv-layout.ts`). UTF-8 without a byte order mark, CRLF. Children and
 * settings are left out as by `writeEarlyYearsXml`.
 *
 * @throws RangeError for a header that doesn't fit its schema, or a term without a collection.
 */
export async function* writeEarlyYearsCsv(
  header: EarlyYearsHeader,
  returns: Iterable<EarlyYearsSettingChildren> | AsyncIterable<EarlyYearsSettingChildren>,
  options: WriteEarlyYearsCsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const prepared = prepareReturn(header, returns, options);
  async function* rows(): AsyncGenerator<(string | undefined)[], void, undefined> {
    yield headerRow(header);
    for await (const { setting, children } of prepared.settings) {
      yield [
        SETTING_ROW,
        ...cells(settingColumns, settingValues(setting)),
        ...cells(staffColumns, numberValues(setting.staff)),
        ...cells(countColumns, numberValues(setting.counts)),
      ];
      for (const child of children)
        yield [CHILD_ROW, setting.urn, ...cells(childColumns, childValues(child))];
    }
  }
  const escape = options.escapeFormulas ?? true;
  async function* safe(): AsyncGenerator<(string | undefined)[], void, undefined> {
    for await (const row of rows()) yield escape ? row.map((cell) => cell && escapeCell(cell)) : row;
  }
  yield* writeDelimited(safe(), { escapeFormulas: escape });
  options.onDone?.(prepared.summary());
}

function cells<F extends string>(columns: readonly F[], values: FieldValues<F>): (string | undefined)[] {
  return columns.map((column) => values[column]?.join(LIST));
}
