import { isIsoDate } from '@rollbook/model';
import {
  delimiterOfHeader,
  headText,
  readDelimited,
  type Source,
  UnreadableInputError,
  writeDelimited,
} from '@rollbook/parser-kit';
import { fitPupil, type FitOptions } from '../pupils/fit-pupil.js';
import { recordsOf, type TargetPupils } from '../pupils/target-pupil.js';

/** One application with what came of it. Dates are `YYYY-MM-DD`. */
export interface OfferRow {
  readonly applicationReference?: string;
  readonly upn?: string;
  readonly surname?: string;
  readonly forename?: string;
  readonly birthDate?: string;
  readonly postcode?: string;
  readonly intakeYear?: string;
  readonly yearGroup?: string;
  /** LAESTAB. */
  readonly school?: string;
  readonly status?: string;
  readonly outcome?: string;
  readonly offerDate?: string;
}

const COLUMNS = [
  ['ApplicationReference', 'applicationReference'],
  ['UPN', 'upn'],
  ['LegalSurname', 'surname'],
  ['LegalForename', 'forename'],
  ['DateOfBirth', 'birthDate'],
  ['Postcode', 'postcode'],
  ['IntakeYear', 'intakeYear'],
  ['NCYear', 'yearGroup'],
  ['School', 'school'],
  ['Status', 'status'],
  ['Outcome', 'outcome'],
  ['OfferDate', 'offerDate'],
] as const satisfies readonly (readonly [string, keyof OfferRow])[];

export const offersHeadings: readonly string[] = COLUMNS.map(([heading]) => heading);

export interface OffersOptions extends FitOptions {
  /** Only applications for this school: LAESTAB. */
  readonly school?: string;
  /** Only those of this intake. */
  readonly intakeYear?: number;
}

/**
 * Writes applications with their outcome as a CSV with fixed headings: UTF-8 with a byte order mark, dates `YYYY-MM-DD`. A row for
 * each application, so that several of a child stand apart. The order of preference has no column: a school may not be told it.
 */
export async function* writeOffersCsv(
  pupils: TargetPupils,
  options: OffersOptions = {},
): AsyncGenerator<string, void, undefined> {
  async function* rows(): AsyncGenerator<(string | undefined)[], void, undefined> {
    yield [...offersHeadings];
    for await (const given of pupils) {
      const one = fitPupil(given, options).pupil;
      const { upn, surname, forename, birthDate, address } = one.pupil;
      for (const application of recordsOf(one, 'admission-application')) {
        const { applicationReference, intakeYear, yearGroup, preferredSchool, status, outcome, offerDate } =
          application;
        if (options.school !== undefined && preferredSchool !== options.school) continue;
        if (options.intakeYear !== undefined && intakeYear !== options.intakeYear) continue;
        yield [
          ...[applicationReference, upn, surname, forename, birthDate, address?.postcode],
          ...[intakeYear === undefined ? undefined : String(intakeYear), yearGroup, preferredSchool],
          ...[status, outcome, offerDate],
        ];
      }
    }
  }
  yield* writeDelimited(rows(), { escapeFormulas: true, bom: true });
}

/**
 * Reads back what {@link writeOffersCsv} wrote, in batches of rows; the apostrophe before what looks like a formula is taken away.
 *
 * @throws UnreadableInputError `offers-header` for other headings, `offers-date` for a date that is none, and what
 *   `readDelimited` throws.
 */
export async function* readOffersCsv(source: Source): AsyncGenerator<OfferRow[], void, undefined> {
  const isHeader = (cells: readonly string[]): boolean =>
    cells.length === COLUMNS.length &&
    offersHeadings.every((heading, index) => cells[index]?.trim() === heading);
  const delimiter = delimiterOfHeader(await headText(source, undefined), isHeader);
  const seen = { header: false };
  for await (const { rows, at } of readDelimited(source, { delimiter })) {
    const batch: OfferRow[] = [];
    rows.forEach((row, index) => {
      if (seen.header) batch.push(rowOf(row, at[index] ?? 1));
      else if (!isHeader(row)) throw noHeader();
      seen.header = true;
    });
    if (batch.length > 0) yield batch;
  }
  if (!seen.header) throw noHeader();
}

function rowOf(cells: readonly string[], line: number): OfferRow {
  const row: Record<string, string> = {};
  COLUMNS.forEach(([, field], index) => {
    const cell = (cells[index] ?? '').replace(/^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/, '');
    if (cell === '') return;
    if ((field === 'birthDate' || field === 'offerDate') && !isIsoDate(cell))
      throw new UnreadableInputError('offers-date', 'A date is none, or not written YYYY-MM-DD.', {
        place: { line },
        help: 'A spreadsheet may have rewritten the dates: set the columns to text before saving.',
      });
    row[field] = cell;
  });
  return row;
}

function noHeader(): UnreadableInputError {
  return new UnreadableInputError('offers-header', 'The first row is no header of a list of offers.', {
    place: { line: 1 },
    help: 'Leave the headings as they were written.',
  });
}
