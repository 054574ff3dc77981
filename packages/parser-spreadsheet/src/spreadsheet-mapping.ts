import { isIsoDate, isLaestab } from '@rollbook/model';
import { isTableField, parseFieldKey, tableFields } from '@rollbook/parser-kit';
import { z } from 'zod';
import { nearestWord } from './edit-distance.js';
import { columnIndex } from './letters.js';
import { MappingError } from './mapping-error.js';

const FIELDS = Object.keys(tableFields);

/** What is wrong with a field's name; undefined when nothing is. */
function fieldProblem(field: string): string | undefined {
  if (field === 'ignore' || field === 'extension') return undefined;
  const [name = '', ...rest] = field.split(':');
  const parameter = rest.join(':');
  if (!isTableField(name)) {
    const near = nearestWord(name, FIELDS, 3);
    const hint = near === undefined ? '' : ` Did you mean ${near.word}?`;
    return `There is no field "${name.slice(0, 60)}".${hint}`;
  }
  if (field.endsWith(':')) return `A parameter is missing behind "${name}:".`;
  if (name === 'marks.session' && !(isIsoDate(parameter.slice(0, 10)) && /^.{10} (AM|PM)$/.test(parameter))) {
    return 'marks.session takes a session, such as marks.session:2026-09-07 AM.';
  }
  return undefined;
}

/** YAML reads `2024` and `true` as what they look like, and here they are words of a sheet. */
const cellText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const dateOrderSchema = z.enum(['dmy', 'mdy'], { message: 'The order of dates is dmy or mdy.' });

const columnSchema = z
  .strictObject({
    /** The heading, as it stands in the sheet; case, spaces and punctuation make no difference. */
    column: cellText.optional(),
    /** The letter of the column, for columns without a heading or with one that is there twice. */
    letter: z.string().optional(),
    /** What it holds: `pupil.upn`, `pupil.phones:M`; `extension` to keep it as it is, `ignore` to leave it out. */
    field: z.string(),
    /** Which of several side by side: contact 2, need 1. */
    number: z.int().min(1).max(99).optional(),
    /** Values of the same record that go for every row: `{ subject: ENG, stage: KS2 }`. */
    with: z.record(z.string(), z.union([z.string().min(1), z.number()])).optional(),
    /** Digits that a number has at least; zeros are put in front. */
    pad: z.int().min(2).max(20).optional(),
    /** Words of the sheet, and what stands for them. */
    codes: z.record(z.string(), cellText).optional(),
    dateOrder: dateOrderSchema.optional(),
  })
  .superRefine((column, context) => {
    const wrong = (message: string, ...path: string[]): void =>
      context.addIssue({ code: 'custom', message, path });
    const { field, letter } = column;
    if ((column.column === undefined) === (letter === undefined))
      wrong('A column is named by its heading (column) or by its letter, one of the two.');
    if (column.column?.trim() === '')
      wrong('A heading is not empty. Name the column by its letter.', 'column');
    if (letter !== undefined && columnIndex(letter) === undefined)
      wrong('A letter of a column is written A to XFD.', 'letter');
    const problem = fieldProblem(field);
    if (problem !== undefined) {
      wrong(problem, 'field');
      return;
    }
    const meaning = field === 'ignore' || field === 'extension' ? undefined : parseFieldKey(field);
    for (const name of Object.keys(column.with ?? {})) {
      const kind = meaning?.field.slice(0, meaning.field.indexOf('.'));
      if (kind === undefined || kind === 'marks' || !isTableField(`${kind}.${name}`))
        wrong(
          `A value that goes for every row is of the field's own record: there is no "${name.slice(0, 60)}" here.`,
          'with',
          name,
        );
    }
    if (
      column.dateOrder !== undefined &&
      (meaning === undefined || tableFields[meaning.field].read !== 'date')
    )
      wrong('The field is no date.', 'dateOrder');
    if (meaning === undefined && (column.pad !== undefined || column.codes !== undefined))
      wrong('A column without a field is kept as it is: pad and codes have no use.', 'field');
    if (meaning?.field.startsWith('marks.') === true && column.codes !== undefined)
      wrong('Marks are translated by attendanceCodes, at the top.', 'codes');
  });

const sheetSchema = z
  .strictObject({
    /** Its name, its number (the first is 1), or `*` for every sheet that no other entry names. */
    sheet: z.union([z.string().min(1), z.int().min(1)]),
    /** Row of the headings, the first is 1; 0 when there are none. Found by the headings when not given. */
    headerRow: z.int().min(0).max(10_000).optional(),
    /** Numbers of rows that are no data. */
    rowsToSkip: z.array(z.int().min(1)).max(10_000).optional(),
    dateOrder: dateOrderSchema.optional(),
    /** Columns headed with a day and AM or PM are marks of that session. */
    sessionColumns: z.boolean().optional(),
    /** A row whose columns about the pupil are all blank belongs to the pupil above. */
    blankRepeats: z.boolean().optional(),
    columns: z.array(columnSchema).min(1, 'A sheet needs a column.').max(2_000),
  })
  .superRefine((sheet, context) => {
    const seen = new Set<string>();
    sheet.columns.forEach((column, i) => {
      const name = column.letter ?? column.column?.trim().toLowerCase() ?? '';
      const key = column.letter === undefined ? `heading ${name}` : `letter ${name}`;
      if (seen.has(key))
        context.addIssue({ code: 'custom', message: 'The column is there twice.', path: ['columns', i] });
      seen.add(key);
    });
    if (sheet.headerRow === 0 && sheet.columns.some(({ letter }) => letter === undefined))
      context.addIssue({
        code: 'custom',
        message: 'A sheet without headings (headerRow: 0) has its columns by letter.',
        path: ['headerRow'],
      });
    if (sheet.headerRow === undefined && sheet.columns.every(({ letter }) => letter !== undefined))
      context.addIssue({
        code: 'custom',
        message: 'Say headerRow (0 when there are no headings), since no column is named by its heading.',
        path: ['columns'],
      });
  });

/** What the columns of a spreadsheet hold. Field names are those of `tableFields` in parser-kit. */
export const spreadsheetMappingSchema = z.strictObject({
  version: z.literal(1, { message: 'The version of a mapping is 1.' }),
  /** LAESTAB of the school, seven digits, where no column says it. */
  school: cellText
    .refine(isLaestab, { message: 'A school is a LAESTAB: seven digits, LA and establishment number.' })
    .optional(),
  /** The school's own attendance marks, and the DfE's code for each. */
  attendanceCodes: z.record(z.string(), cellText).optional(),
  sheets: z.array(sheetSchema).min(1, 'A mapping needs a sheet.').max(200),
});

export type SpreadsheetMapping = z.output<typeof spreadsheetMappingSchema>;
export type MappedSheet = SpreadsheetMapping['sheets'][number];
export type MappedColumn = MappedSheet['columns'][number];

/** @throws MappingError */
export function checkMapping(mapping: unknown): SpreadsheetMapping {
  const result = spreadsheetMappingSchema.safeParse(mapping);
  if (result.success) return result.data;
  throw new MappingError(
    result.error.issues.map(({ message, path }) => ({ message, path: path as (string | number)[] })),
  );
}
