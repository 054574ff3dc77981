import type { Place } from '@rollbook/model';
import { type Encoding, type Issue, type Source, UnreadableInputError } from '@rollbook/parser-kit';
import { findTableHeader } from './find-table-header.js';
import { sampleTables, type TableSample } from './sample-tables.js';
import { spreadsheetIssue, type SpreadsheetIssueCode } from './spreadsheet-issues.js';
import { checkMapping, type MappedSheet, type SpreadsheetMapping } from './spreadsheet-mapping.js';
import { suggestColumns } from './suggest-columns.js';

export interface SuggestedColumn {
  /** As in the mapping: the sheet's name, or `*` for delimited text. */
  readonly sheet: string;
  /** The heading; `column C` for a column without. */
  readonly column: string;
  /** The letter that spreadsheet programs call it by. */
  readonly letter: string;
  /** `pupil.upn`; `extension` for what has no field; undefined when it can't be told. */
  readonly field?: string;
  /** Which of several side by side. */
  readonly number?: number;
  /** From 0 (nothing is known) to 1. The mapping takes a guess from 0.5 on, and what a known heading says always. */
  readonly confidence: number;
  /** Why, for a person. Holds no value of the file. */
  readonly reason: string;
  /** Other fields that it could be, the likeliest first. */
  readonly alternatives: readonly string[];
}

export interface MappingSuggestion {
  /** Complete, for `spreadsheetParser` as it is; columns that can't be told are kept as `extension`. */
  readonly mapping: SpreadsheetMapping;
  readonly columns: readonly SuggestedColumn[];
  /** What a person should look at. */
  readonly issues: readonly Issue[];
}

export interface SuggestMappingOptions {
  readonly encoding?: Encoding | undefined;
  readonly signal?: AbortSignal | undefined;
  /** LAESTAB to write into the mapping. */
  readonly school?: string | undefined;
  /** The day by which ages are judged, `YYYY-MM-DD`; today when not given. */
  readonly today?: string | undefined;
}

/**
 * Looks at the first thousand rows of each sheet and says what the columns hold: by their headings, also misspelt ones,
 * and by their values. A source that can be read once only is used up by it.
 *
 * @throws UnreadableInputError for a file that is no table, or in which no sheet can be understood
 */
export async function suggestMapping(
  source: Source,
  options: SuggestMappingOptions = {},
): Promise<MappingSuggestion> {
  const { school } = options;
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const samples = await sampleTables(source, options);
  const issues: Issue[] = [];
  const columns: SuggestedColumn[] = [];
  const sheets: MappedSheet[] = [];
  let fields: readonly string[] = [];
  for (const sample of samples) {
    if (sample.hidden) {
      issues.push(spreadsheetIssue('sheet-hidden', placeOf(sample)));
      continue;
    }
    const suggested = suggestSheet(sample, source.name ?? '', today);
    issues.push(...suggested.issues);
    columns.push(...suggested.columns);
    if (suggested.sheet === undefined) continue;
    sheets.push(suggested.sheet);
    fields = [...fields, ...suggested.sheet.columns.map(({ field }) => field)];
  }
  if (sheets.length === 0) {
    throw new UnreadableInputError(
      'spreadsheet-no-header',
      'No sheet holds a table that can be understood.',
      {
        help: 'A list of pupils needs headings, such as UPN, Surname and Forename, in one of its first rows, and rows below.',
      },
    );
  }
  if (
    school === undefined &&
    !fields.some((field) => field === 'school.laestab' || field === 'school.establishment')
  )
    issues.push(spreadsheetIssue('school-missing', {}));
  const mapping = checkMapping({ version: 1, ...(school === undefined ? {} : { school }), sheets });
  return { mapping, columns, issues };
}

function placeOf({ name }: TableSample): Place {
  return name === undefined ? {} : { sheet: name };
}

interface SuggestedSheet {
  readonly sheet?: MappedSheet;
  readonly columns: readonly SuggestedColumn[];
  readonly issues: readonly Issue[];
}

/** Fields of which one says whose a row is. */
const IDENTITY = /^(?:pupil\.(?:upn|surname|fullName|uci|supplierIds)|enrolment\.admissionNumber)(?::|$)/;

function suggestSheet(sample: TableSample, fileName: string, today: string): SuggestedSheet {
  const { name, rows } = sample;
  const issues: Issue[] = [];
  const tell = (code: SpreadsheetIssueCode, column?: string): void => {
    issues.push(spreadsheetIssue(code, placeOf(sample), column));
  };
  const latestYear = Number(today.slice(0, 4));
  const text = `${name ?? ''}\n${fileName}`;
  if (rows.length === 0) return { columns: [], issues };
  const header = findTableHeader(sample, text, latestYear);
  if (header === undefined) {
    tell('sheet-unclear');
    return { columns: [], issues };
  }
  const { index, sessions, titles, by } = header;
  if (index < 0) tell('no-headings');
  else if (by === 'values') tell('header-guessed');
  const titleText = titles.join('\n');
  const sheetName = name ?? '*';
  const { columns, mapped } = suggestColumns({
    sheet: sheetName,
    headings: index < 0 ? undefined : rows[index],
    below: rows.slice(index + 1),
    sessions,
    text: `${text}\n${titleText}`,
    today,
    tell,
  });
  if (mapped.length === 0) {
    tell('sheet-unclear');
    return { columns, issues };
  }
  if (!mapped.some(({ field }) => IDENTITY.test(field))) tell('no-identity');
  const byLetters = mapped.every(({ letter }) => letter !== undefined);
  const headerRow = index < 0 ? 0 : by === 'values' || byLetters ? sample.at[index] : undefined;
  const sheet: MappedSheet = {
    sheet: sheetName,
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(sessions.size > 0 ? { sessionColumns: true } : {}),
    columns: [...mapped],
  };
  return { sheet, columns, issues };
}
