import { academicYearOf, type Place } from '@rollbook/model';
import {
  type ColumnMeaning,
  headingKey,
  type Issue,
  readSession,
  readTableDate,
  readTableFlag,
  type RowPreparer,
  type TableField,
  type TableStart,
} from '@rollbook/parser-kit';
import { bromcomPreferences } from './bromcom-headings.js';
import { createFallback } from '@rollbook/parser-kit';

/**
 * AM or PM from the name of a calendar or period: `AM`, `PM Registration`, `Morning`. How Bromcom spells them is
 * unconfirmed. Undefined for lessons, a number among them, since that counts periods.
 */
export function sessionOf(name: string): 'AM' | 'PM' | undefined {
  const text = name.trim();
  if (/^\d+$/.test(text)) return undefined;
  const am = /\b(?:am|a\.m\.|morning)(?:\b|$)/i.test(text);
  const pm = /\b(?:pm|p\.m\.|afternoon)(?:\b|$)/i.test(text);
  if (!am && !pm) return readSession(text);
  return am === pm ? undefined : am ? 'AM' : 'PM';
}

const LESSON: Omit<Issue, 'place'> = {
  code: 'bromcom-lesson-mark',
  severity: 'info',
  message: 'Marks of lessons, or of periods that are neither AM nor PM, were left out. Told once.',
  help: 'Nothing to do, when the names of the sessions hold AM and PM. Otherwise rename them in the report.',
  field: 'session',
};
const CANCELLED: Omit<Issue, 'place'> = {
  code: 'bromcom-exclusion-cancelled',
  severity: 'info',
  message: 'Exclusions that were cancelled were left out. Told once.',
  help: 'Nothing to do.',
  field: 'Cancelled',
};
const GROUP: Omit<Issue, 'place'> = {
  code: 'bromcom-group-number',
  severity: 'query',
  message: 'A group’s name was turned into a number by a spreadsheet, as 6E1 into 6.00E+01, and is lost.',
  help: 'Export the report as CSV without opening it in a spreadsheet, or format the column as text.',
  field: 'registrationGroup',
};
const WEEK: Omit<Issue, 'place'> = {
  code: 'bromcom-week-undated',
  severity: 'query',
  message:
    'Marks of a week came without a date: only the request that asked for them has it. They were kept as extensions.',
  help: 'Export marks with their dates: Attendances, AttendanceSessions or SessionAttendance.',
  field: 'date',
};
const TITLE = /^(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady)\.? +(?=\S)/i;
const AS_NUMBER = /^\d(?:\.\d+)?E\+\d+$/i;

/** What Bromcom's rows say beside their columns: sessions by name, cancelled exclusions, who is on roll. */
export function prepareBromcom(table: TableStart): RowPreparer | undefined {
  const keys = table.headings.map(headingKey);
  const { columns, options, once, tell, placeOf } = table;
  const has = (field: TableField): boolean => columns.some((meaning) => meaning?.field === field);
  const columnOf = (...names: string[]): number => keys.findIndex((key) => names.includes(key));

  const marks = has('attendance-mark.code') && !has('attendance-mark.session');
  const session = marks ? columnOf('calendarname', 'perioddisplayname') : -1;
  const isExclusion = has('exclusion.startDate');
  const cancelled = isExclusion ? columnOf('cancelled', 'iscancelled', 'exclusioncancelled') : -1;
  const state = has('enrolment.current') ? -1 : columnOf('enrolmentstatename');
  const summary = has('attendance-summary.sessionsPossible') ? columnOf('attendancestartdate') : -1;
  const names = columns.flatMap((meaning, i) => (meaning?.field === 'contact.fullName' ? [i] : []));
  const week = columnOf('monam');
  const fallback = createFallback(table, bromcomPreferences);
  const group = columns.findIndex((meaning) => meaning?.field === 'enrolment.registrationGroup');

  const added: { heading: string; meaning: ColumnMeaning; source: number }[] = [];
  const add = (field: TableField, source: number, number?: number): void => {
    if (source < 0) return;
    const meaning = number === undefined ? { field } : { field, number };
    added.push({ heading: table.headings[source] ?? field, meaning, source });
  };
  add('attendance-mark.session', session);
  add('enrolment.current', state);
  add('attendance-summary.startDate', summary);
  add('attendance-summary.academicYear', summary);
  for (const index of names) add('contact.title', index, columns[index]?.number);
  const changes = added.length > 0 || fallback !== undefined;
  if (!changes && cancelled < 0 && group < 0 && week < 0) return undefined;

  const dates = {
    order: options.dateOrder ?? 'dmy',
    latestYear: options.latestYear ?? new Date().getUTCFullYear(),
    dates1904: false,
  } as const;
  const valueOf = (field: string, text: string): string => {
    switch (field) {
      case 'attendance-mark.session':
        return sessionOf(text) ?? text;
      case 'enrolment.current':
        return /^on[ _-]?roll$/i.test(text) ? 'on roll' : 'off roll';
      case 'attendance-summary.academicYear': {
        const date = readTableDate(text, dates);
        return date === undefined ? '' : String(academicYearOf(date));
      }
      case 'contact.title':
        return TITLE.exec(text)?.[1] ?? '';
      default:
        return text;
    }
  };
  const inform = (issue: Omit<Issue, 'place'>, place: Place, value?: string): void => {
    if (once(issue.code)) tell(value === undefined ? { ...issue, place } : { ...issue, place, value });
  };
  const width = table.headings.length;
  return {
    added,
    row(cells, at, types) {
      if (cancelled >= 0 && readTableFlag((cells[cancelled] ?? '').trim()) === true) {
        inform(CANCELLED, placeOf(at));
        return [];
      }
      if (session >= 0) {
        const name = (cells[session] ?? '').trim();
        if (name !== '' && sessionOf(name) === undefined) {
          inform(LESSON, placeOf(at), name);
          return [];
        }
      }
      if (week >= 0 && (cells[week] ?? '').trim() !== '') inform(WEEK, placeOf(at));
      const groupName = group < 0 ? '' : (cells[group] ?? '').trim();
      if (groupName !== '' && AS_NUMBER.test(groupName)) inform(GROUP, placeOf(at), groupName);
      // Cells beyond the headings would move what is added; the reader tells of them in the row as it stands
      if (!changes || cells.length > width) return [{ cells, at, types }];
      const row = cells.slice();
      while (row.length < width) row.push('');
      fallback?.(row);
      for (const index of names) row[index] = (row[index] as string).trim().replace(TITLE, '');
      for (const { meaning, source } of added) {
        const text = (cells[source] ?? '').trim();
        row.push(text === '' ? '' : valueOf(meaning.field, text));
      }
      return [{ cells: row, at, types }];
    },
  };
}
