import { formatLaestab, languageTypes, phoneTypes, pupilPremiumReasons } from '@rollbook/model';
import {
  type ColumnMeaning,
  headingKey,
  type RowPreparer,
  type TableField,
  type TableStart,
} from '@rollbook/parser-kit';
import { admissionNumbers } from './admission-numbers.js';
import { markCheck } from './mark-check.js';
import {
  AddedColumns,
  cell,
  columnOf,
  preparerOf,
  rowIssue,
  type RowStep,
  withCells,
} from './prepare-steps.js';

/** Present, in one code for both sessions. */
export const PRESENT: ReadonlySet<string> = new Set(['/\\', '//']);

const PHONES: Readonly<Record<string, string>> = { home: 'H', mobile: 'M', work: 'W', fax: 'F' };
const LESSON = ['eventid', 'period', 'subjectcode', 'starttime'];

/** Moves values to a column for their type, for tables with a value and its type side by side. */
function byType(
  table: TableStart,
  added: AddedColumns,
  keys: readonly string[],
  [value, type]: readonly [string, string],
  fields: readonly TableField[],
  typeOf: (text: string) => string | undefined,
): RowStep | undefined {
  const from = keys.indexOf(value);
  const kind = keys.indexOf(type);
  const field = table.columns[from]?.field;
  if (from < 0 || kind < 0 || field === undefined || !fields.includes(field)) return undefined;
  const places = new Map<string, number>();
  const heading = table.headings[from] as string;
  for (const code of field.endsWith('phones') ? phoneTypes.codes : languageTypes.codes) {
    places.set(code, added.add(`${heading} ${code}`, { field, parameter: code }));
  }
  return (cells) => {
    const text = cell(cells, from);
    const code = typeOf(cell(cells, kind));
    const to = code === undefined ? undefined : places.get(code);
    return text === '' || to === undefined ? cells : withCells(cells, [from, ''], [kind, ''], [to, text]);
  };
}

/** Lessons' marks are no marks of the register. */
function withoutLessons(table: TableStart, keys: readonly string[]): RowStep | undefined {
  if (!keys.includes('attendancecode') || LESSON.filter((key) => keys.includes(key)).length < 2)
    return undefined;
  return (_, at) => {
    if (table.once('lesson-marks')) {
      rowIssue(table, at, {
        code: 'progresso-lesson-marks',
        severity: 'query',
        message: 'The table holds marks of lessons, which are no session marks. Its rows were left out.',
        help: 'Export the roll call marks, which have a session (AM, PM).',
      });
    }
    return undefined;
  };
}

/** No code where date and session are given is a mark that is missing, which is `-` and no absence. */
function missingMarks(table: TableStart): RowStep | undefined {
  const code = columnOf(table, 'attendance-mark.code');
  const date = columnOf(table, 'attendance-mark.date');
  const session = columnOf(table, 'attendance-mark.session');
  if (code < 0 || date < 0 || session < 0) return undefined;
  return (cells) =>
    cell(cells, code) === '' && cell(cells, date) !== '' && cell(cells, session) !== ''
      ? withCells(cells, [code, '-'])
      : cells;
}

/** `Year` of a result is the calendar year, in which its school year ends. */
function resultYears(table: TableStart, added: AddedColumns, keys: readonly string[]): RowStep | undefined {
  const year = keys.indexOf('year');
  if (table.columns[year]?.field !== 'assessment-result.academicYear') return undefined;
  const to = added.add(table.headings[year] as string, { field: 'extension.keep' });
  return (cells) => {
    const text = cell(cells, year);
    return /^\d{4}$/.test(text) ? withCells(cells, [year, String(Number(text) - 1)], [to, text]) : cells;
  };
}

/** A cell goes to another column when it looks like what belongs there. */
function moved(from: number, to: number, when: (cells: readonly string[]) => boolean): RowStep {
  return (cells) => (when(cells) ? withCells(cells, [from, ''], [to, cell(cells, from)]) : cells);
}

/** What rows of Progresso need before they can be read; undefined for most tables. */
export function prepareProgresso(table: TableStart): RowPreparer | undefined {
  const keys = table.headings.map(headingKey);
  const added = new AddedColumns(table.headings.length);
  const keep: ColumnMeaning = { field: 'extension.keep' };
  const steps: (RowStep | undefined)[] = [
    withoutLessons(table, keys),
    admissionNumbers(table, added, ['admissionNumber', 'learnerCode']),
    markCheck(table, 'progresso', PRESENT),
    missingMarks(table),
    resultYears(table, added, keys),
    byType(table, added, keys, ['number', 'type'], ['pupil.phones', 'contact.phones'], (text) =>
      phoneTypes.has(text) ? text : PHONES[text.toLowerCase()],
    ),
    byType(table, added, keys, ['languagecode', 'typecode'], ['pupil.languages'], (text) => text),
  ];

  const days = columnOf(table, 'exclusion.days');
  const sessions = columnOf(table, 'exclusion.sessions');
  if (days >= 0 && sessions >= 0) {
    const to = added.add(table.headings[days] as string, keep);
    steps.push(moved(days, to, (cells) => cell(cells, sessions) !== '' && cell(cells, days) !== ''));
  }

  const premium = keys.indexOf('ppindicator');
  if (premium >= 0 && table.columns[premium]?.field === 'pupil-premium.eligible') {
    const to = added.add(table.headings[premium] as string, { field: 'pupil-premium.reason' });
    steps.push(moved(premium, to, (cells) => pupilPremiumReasons.has(cell(cells, premium))));
  }

  const medical = keys.indexOf('ismedicalcontact');
  const relationship = columnOf(table, 'contact.relationship');
  if (medical >= 0 && relationship >= 0) {
    steps.push((cells) =>
      cell(cells, relationship) === '' && /^(?:true|y|yes|1)$/i.test(cell(cells, medical))
        ? withCells(cells, [relationship, 'DOC'])
        : cells,
    );
  }

  const la = keys.indexOf('lanumber');
  const number = keys.indexOf('schoolnumber');
  if (columnOf(table, 'enrolment.attendedName', 'enrolment.attendedUrn') >= 0 && la >= 0 && number >= 0) {
    const to = added.add('LANumber and SchoolNumber', { field: 'enrolment.attended' });
    steps.push((cells) => {
      const laestab = formatLaestab(cell(cells, la), cell(cells, number));
      return laestab === undefined ? cells : withCells(cells, [la, ''], [number, ''], [to, laestab]);
    });
  }
  return preparerOf(
    table,
    added,
    steps.filter((step) => step !== undefined),
  );
}
