import { writeDelimited } from '@rollbook/parser-kit';
import { addWithheld, fitPupil, type FitOptions, type FittedPupil } from '../pupils/fit-pupil.js';
import type { TargetPupil, TargetPupils } from '../pupils/target-pupil.js';
import { headingsOf, IDENTITY_COLUMNS, type OfficerLayout } from './officer-layout.js';
import { officerLayouts, type OfficerLayoutId } from './officer-layouts.js';

export interface OfficerCsvOptions extends FitOptions {
  /** Called once, behind the last piece. */
  readonly onDone?: (summary: OfficerCsvSummary) => void;
}

export interface OfficerCsvSummary {
  readonly layout: OfficerLayoutId;
  readonly pupils: number;
  readonly rows: number;
  /** What {@link FitOptions} left out, of all kinds of records. */
  readonly withheld: FittedPupil['withheld'];
}

/**
 * Writes a CSV for an officer to look through: UTF-8 with a byte order mark, by which Excel knows it; CRLF; cells that a
 * spreadsheet would take for a formula begin with an apostrophe. Dates are `YYYY-MM-DD`, yes and no are `Y` and `N`,
 * several values stand in one cell with `; ` between them.
 */
export async function* writeOfficerCsv(
  id: OfficerLayoutId,
  pupils: TargetPupils,
  options: OfficerCsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const layout: OfficerLayout = officerLayouts[id] as unknown as OfficerLayout;
  const counts = { pupils: 0, rows: 0 };
  const withheld: FittedPupil['withheld'] = {};
  async function* rows(): AsyncGenerator<(string | undefined)[], void, undefined> {
    yield headingsOf(layout);
    for await (const one of pupils) {
      counts.pupils++;
      const fitted = fitPupil(one, options);
      addWithheld(withheld, fitted.withheld);
      for (const row of rowsOf(layout, fitted.pupil)) {
        counts.rows++;
        yield row;
      }
    }
  }
  yield* writeDelimited(rows(), { escapeFormulas: true, bom: true });
  options.onDone?.({ layout: id, ...counts, withheld });
}

function* rowsOf(layout: OfficerLayout, one: TargetPupil): Generator<(string | undefined)[]> {
  const identity = IDENTITY_COLUMNS.map(({ cell }) => cell(one));
  for (const record of layout.kind === 'pupil' ? [one.pupil] : one.records) {
    if (record.kind !== layout.kind) continue;
    yield [...identity, ...layout.columns.map(({ cell }) => textOf(cell(record as never, one)))];
  }
}

function textOf(value: string | number | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'boolean' ? (value ? 'Y' : 'N') : String(value);
}
