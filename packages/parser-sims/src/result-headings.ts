import { type ColumnMeaning, headingKey } from '@rollbook/parser-kit';
import type { SimsParseOptions, SimsResultColumn } from './options.js';

const FIELD = 'assessment-result.result';
const LONGEST_CODE = 40;

/** Subjects as marksheets call them, with the DfE's codes for subject and component. */
const SUBJECTS: Readonly<Record<string, SimsResultColumn>> = {
  English: { subject: 'ENG' },
  Reading: { subject: 'ENG', component: 'REA' },
  Writing: { subject: 'ENG', component: 'WRI' },
  GPS: { subject: 'ENG', component: 'GPS' },
  SPaG: { subject: 'ENG', component: 'GPS' },
  'Speaking and Listening': { subject: 'ENG', component: 'SPK' },
  Phonics: { subject: 'PHO', component: 'PHO' },
  Maths: { subject: 'MAT' },
  Mathematics: { subject: 'MAT' },
  Science: { subject: 'SCI' },
};
/** What may stand behind the subject, and says how it was assessed. */
const ENDINGS: Readonly<Record<string, SimsResultColumn>> = {
  '': {},
  Result: {},
  Level: {},
  Grade: {},
  TA: { method: 'TA' },
  'Teacher Assessment': { method: 'TA' },
  Test: { method: 'TT' },
  'Scaled Score': { method: 'TT', resultQualifier: 'NS' },
};

type Headings = ReadonlyMap<string, ColumnMeaning>;

function keyStageHeadings(): Headings {
  const headings = new Map<string, ColumnMeaning>();
  for (const stage of ['KS1', 'KS2', 'KS3', 'KS4']) {
    for (const [subject, codes] of Object.entries(SUBJECTS)) {
      for (const [ending, method] of Object.entries(ENDINGS)) {
        const constants = { stage, ...codes, ...method };
        headings.set(headingKey(`${stage} ${subject} ${ending}`), { field: FIELD, with: constants });
      }
    }
  }
  return headings;
}

/** `KS2 Reading` and the like: a key stage and a subject in a marksheet's heading. */
export const keyStageResults: Headings = keyStageHeadings();

/** Columns that a council names as results. @throws RangeError for a value that no result can have */
export function ownResults(results: NonNullable<SimsParseOptions['results']>): Headings {
  const headings = new Map<string, ColumnMeaning>();
  for (const [heading, column] of Object.entries(results)) {
    const constants: Record<string, string | number> = { method: heading.trim().slice(0, LONGEST_CODE) };
    for (const [name, value] of Object.entries(column) as [string, string | number][]) {
      if (typeof value === 'string' && (value === '' || value.length > LONGEST_CODE)) {
        throw new RangeError(`results: ${name} is a code of 1 to ${LONGEST_CODE} characters`);
      }
      constants[name] = value;
    }
    headings.set(headingKey(heading), { field: FIELD, with: constants });
  }
  return headings;
}
