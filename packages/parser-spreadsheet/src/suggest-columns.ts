import { type ColumnMeaning, headingKey, resolveHeadings, tableFields } from '@rollbook/parser-kit';
import { spreadsheetHeadings } from './spreadsheet-headings.js';
import { ColumnValues } from './column-values.js';
import { orderOfDates } from './date-values.js';
import { fitOf, fitText } from './field-fit.js';
import { type Guess, guessByValues } from './guess-by-values.js';
import { columnLetter } from './letters.js';
import { lostZeros } from './lost-zeros.js';
import { nearHeading } from './near-headings.js';
import type { SpreadsheetIssueCode } from './spreadsheet-issues.js';
import type { MappedColumn } from './spreadsheet-mapping.js';
import type { SuggestedColumn } from './suggest-mapping.js';

export interface ColumnsToSuggest {
  readonly sheet: string;
  /** Undefined for a table without. */
  readonly headings: readonly string[] | undefined;
  /** Rows of data. */
  readonly below: readonly (readonly string[])[];
  readonly sessions: ReadonlyMap<number, string>;
  /** Names of sheet and file, title rows: evidence for what a table is. */
  readonly text: string;
  readonly today: string;
  readonly tell: (code: SpreadsheetIssueCode, column?: string) => void;
}

/** From here on the mapping takes a guess. */
const TAKEN = 0.5;

/** A column with what is thought of it so far. */
interface Candidate {
  readonly index: number;
  readonly heading: string;
  readonly values: ColumnValues;
  readonly guesses: readonly Guess[];
  meaning?: ColumnMeaning;
  confidence: number;
  reason: string;
  /** What the heading says, or nearly says, goes for the mapping. */
  taken: boolean;
  alternatives: string[];
}

export function keyOf({ field, parameter }: ColumnMeaning): string {
  if (field === 'extension.keep') return 'extension';
  return parameter === undefined ? field : `${field}:${parameter}`;
}

/** A column as it stands beside others: two contacts' surnames differ. */
function slotOf(meaning: ColumnMeaning): string {
  return `${keyOf(meaning)} ${meaning.number ?? ''}`;
}

/** What the columns of one table hold, as they stand in a mapping and with the reasons. */
export function suggestColumns(table: ColumnsToSuggest): {
  readonly columns: readonly SuggestedColumn[];
  readonly mapped: readonly MappedColumn[];
} {
  const { headings, below, sessions, text, today } = table;
  const width = Math.max(headings?.length ?? 0, ...below.slice(0, 100).map(({ length }) => length));
  const written = Array.from({ length: width }, (_, i) => (headings?.[i] ?? '').trim());
  const known = resolveHeadings(spreadsheetHeadings, written, { text }).columns;
  const near = written.map((heading, i) => (known[i] === undefined ? nearHeading(heading) : undefined));
  // What the headings were meant to be can make a list of suspensions of the table
  const corrected = resolveHeadings(
    spreadsheetHeadings,
    written.map((heading, i) => near[i]?.heading ?? heading),
    { text },
  ).columns;

  const candidates: Candidate[] = [];
  for (let index = 0; index < width; index++) {
    if (sessions.has(index)) continue;
    const heading = written[index] as string;
    const values = new ColumnValues(below.map((cells) => cells[index] ?? ''));
    if (heading === '' && values.filled === 0) continue;
    // A few cells beyond the headings are rows gone wrong, and no column
    if (headings !== undefined && index >= headings.length && values.filled < below.length / 2) continue;
    const guesses = guessByValues(values, today);
    const meaning = known[index] ?? corrected[index];
    const distance = known[index] === undefined ? near[index]?.distance : 0;
    candidates.push(
      meaning === undefined || distance === undefined
        ? { index, heading, values, guesses, confidence: 0, reason: '', taken: false, alternatives: [] }
        : byHeading({ index, heading, values, guesses }, meaning, distance, today),
    );
  }
  guessOthers(candidates);
  const columns = candidates.map((candidate) => suggestedColumn(candidate, table.sheet));
  if (sessions.size > 0) {
    const [first = 0] = sessions.keys();
    columns.push({
      sheet: table.sheet,
      column: `${sessions.size} columns headed with a day and AM or PM`,
      letter: columnLetter(first),
      field: 'marks.session',
      confidence: 0.95,
      reason: 'headings are days and sessions; read by sessionColumns',
      alternatives: [],
    });
  }
  const keys = written.map(headingKey);
  const mapped = candidates.map((candidate) => {
    const key = keys[candidate.index] as string;
    // One that is there twice, or that is nothing but signs, can't be found by its heading
    const byLetter = key === '' || keys.indexOf(key) < candidate.index;
    return mappedColumn(candidate, byLetter, table.tell);
  });
  return { columns, mapped };
}

function byHeading(
  column: Pick<Candidate, 'index' | 'heading' | 'values' | 'guesses'>,
  meaning: ColumnMeaning,
  distance: number,
  today: string,
): Candidate {
  const { values, guesses } = column;
  const key = keyOf(meaning);
  const others = guesses.map(({ field }) => field).filter((field) => field !== key);
  const exact = distance === 0;
  const letters = distance === 1 ? 'one letter off' : 'two letters off';
  const said = exact ? 'the heading is known' : `the heading is ${letters} one that is known`;
  const base = exact ? 0.9 : distance === 1 ? 0.6 : 0.45;
  const result = (confidence: number, reason: string, alternatives: string[] = []): Candidate => ({
    ...column,
    meaning,
    confidence,
    reason,
    taken: exact || confidence >= TAKEN,
    alternatives,
  });
  if (key === 'extension') return result(base, `${said}, and has no field; it is kept as it is`);
  const fit = values.filled === 0 ? undefined : fitOf(key, values, today);
  if (fit === undefined) {
    const why = values.filled === 0 ? 'the column is empty' : 'its values can be anything';
    return result(base - (values.filled === 0 ? 0.05 : 0), `${said}; ${why}`);
  }
  if (fit.share >= 0.9) {
    const more = exact ? 0.08 : fit.telling ? 0.25 : 0.05;
    return result(base + more, `${said}, and ${fitText(fit)}`);
  }
  if (fit.share >= 0.6) return result(base - 0.05, `${said}; ${fitText(fit)}`);
  return result(exact ? 0.4 : 0.2, `${said}, but ${fitText(fit)}`, others);
}

/** Columns that no heading explains, by their values; a field that a heading has taken is not given again. */
function guessOthers(candidates: Candidate[]): void {
  const taken = new Set(
    candidates.flatMap(({ meaning, taken: isTaken }) =>
      meaning !== undefined && isTaken ? [slotOf(meaning)] : [],
    ),
  );
  const open = candidates.filter(({ taken: isTaken }) => !isTaken);
  // The surest first, so that of two columns of dates the likelier becomes the date of birth
  open.sort((a, b) => (b.guesses[0]?.confidence ?? 0) - (a.guesses[0]?.confidence ?? 0));
  for (const candidate of open) {
    const { guesses, heading, values, meaning: nearly } = candidate;
    const said = heading === '' ? 'there is no heading' : 'the heading is not known';
    if (nearly !== undefined) candidate.alternatives.unshift(keyOf(nearly));
    const alternatives = [
      ...new Set([...(nearly === undefined ? [] : [keyOf(nearly)]), ...guesses.map(({ field }) => field)]),
    ];
    const best = guesses.find(({ field }) => !taken.has(`${field} `));
    const equal =
      best === undefined ? 0 : guesses.filter(({ confidence }) => confidence === best.confidence).length;
    if (best === undefined || best.confidence < TAKEN || equal > 1) {
      const doubt =
        values.filled === 0
          ? 'the column is empty'
          : best === undefined
            ? guesses.length === 0
              ? 'its values could be anything'
              : `${guesses[0]?.reason ?? ''}, and another column is that already`
            : best.reason;
      if (nearly === undefined) candidate.reason = `${said}; ${doubt}`;
      candidate.confidence = Math.max(candidate.confidence, Math.min(best?.confidence ?? 0, 0.45));
      delete candidate.meaning;
      candidate.alternatives = alternatives;
      continue;
    }
    const [field = '', parameter] = best.field.split(':');
    const meaning = { field, ...(parameter === undefined ? {} : { parameter }) } as ColumnMeaning;
    taken.add(slotOf(meaning));
    candidate.meaning = meaning;
    candidate.taken = true;
    candidate.confidence = best.confidence;
    candidate.reason =
      nearly === undefined ? `${said}, but ${best.reason}` : `${candidate.reason}; ${best.reason}`;
    candidate.alternatives = alternatives.filter((other) => other !== best.field);
  }
}

function suggestedColumn(candidate: Candidate, sheet: string): SuggestedColumn {
  const { index, heading, meaning, confidence, reason, alternatives } = candidate;
  const letter = columnLetter(index);
  return {
    sheet,
    column: heading === '' ? `column ${letter}` : heading,
    letter,
    ...(meaning === undefined ? {} : { field: keyOf(meaning) }),
    ...(meaning?.number === undefined ? {} : { number: meaning.number }),
    confidence: Math.round(confidence * 100) / 100,
    reason,
    alternatives,
  };
}

function mappedColumn(
  { index, heading, values, meaning }: Candidate,
  byLetter: boolean,
  tell: ColumnsToSuggest['tell'],
): MappedColumn {
  const name = byLetter ? { letter: columnLetter(index) } : { column: heading };
  if (meaning === undefined || meaning.field === 'extension.keep') return { ...name, field: 'extension' };
  const shown = heading === '' ? `column ${columnLetter(index)}` : heading;
  const column: MappedColumn = { ...name, field: keyOf(meaning) };
  if (meaning.number !== undefined) column.number = meaning.number;
  if (meaning.with !== undefined) column.with = { ...meaning.with };
  const pad = lostZeros(column.field, values);
  if (pad !== undefined) {
    column.pad = pad;
    tell('zeros-lost', shown);
  }
  if (tableFields[meaning.field].read === 'date') {
    const order = orderOfDates(values);
    if (order === 'mdy') column.dateOrder = 'mdy';
    else if (order === 'mixed') tell('dates-mixed', shown);
    else if (order === 'either') tell('dates-ambiguous', shown);
  }
  return column;
}
