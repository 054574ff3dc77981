import { describe, expect, it } from 'vitest';
import {
  formatMapping,
  MappingError,
  parseMapping,
  spreadsheetParser,
  type SpreadsheetMapping,
} from './index.js';

/** What is wrong with a text, a problem a line. */
function problems(text: string): string {
  try {
    parseMapping(text);
  } catch (error) {
    if (error instanceof MappingError) return error.message;
    throw error;
  }
  return '';
}

const whole = `
version: 1
school: 9998888
attendanceCodes: { '@': L }
sheets:
  - sheet: Pupils
    headerRow: 3
    rowsToSkip: [5, 6]
    dateOrder: mdy
    blankRepeats: true
    columns:
      - { column: UPN, field: pupil.upn }
      - { column: 2024, field: extension }
      - { letter: C, field: contact.surname, number: 2 }
      - { column: Adno, field: enrolment.admissionNumber, pad: 6 }
      - { column: FSM, field: fsm-spell.eligible, codes: { Ja: Y, Nein: 0 } }
      - { column: Maths, field: assessment-result.result, with: { subject: MAT, stage: KS2 } }
      - { column: Note, field: ignore }
  - sheet: 2
    columns:
      - { column: Mobile, field: 'contact.phones:M' }
`;

describe('parseMapping', () => {
  it('reads all that a mapping can say', () => {
    const mapping = parseMapping(whole);
    expect(mapping).toMatchObject({
      version: 1,
      school: '9998888',
      attendanceCodes: { '@': 'L' },
      sheets: [{ sheet: 'Pupils', headerRow: 3, rowsToSkip: [5, 6], dateOrder: 'mdy' }, { sheet: 2 }],
    });
    expect(mapping.sheets[0]?.columns.slice(1, 5)).toEqual([
      { column: '2024', field: 'extension' },
      { letter: 'C', field: 'contact.surname', number: 2 },
      { column: 'Adno', field: 'enrolment.admissionNumber', pad: 6 },
      { column: 'FSM', field: 'fsm-spell.eligible', codes: { Ja: 'Y', Nein: '0' } },
    ]);
  });

  const sheet = 'version: 1\nsheets:\n  - sheet: A\n    columns:\n';
  it.each([
    ['', /^line 1, column 1: Wrong value: expected object/],
    [
      'version: 2\nsheets: []',
      /^line 1, column 1: The version of a mapping is 1\.\nline 2, column 1: A mapping needs a sheet\.$/,
    ],
    ['version: 1\nsheets: [', /^line 2, column \d+: This is no YAML: .*\.$/],
    ['version: 1\nversion: 1\n', /^line 2, column 1: This is no YAML: Map keys must be unique\.$/m],
    [
      `school: 123\n${sheet}      - { column: UPN, field: pupil.upn }`,
      /^line 1, column 1: A school is a LAESTAB/,
    ],
    [
      `${sheet}      - column: UPN\n        field: pupil.upnn\n`,
      /^line 6, column 9: There is no field "pupil\.upnn"\. Did you mean pupil\.upn\?$/,
    ],
    [`${sheet}      - column: UPN\n`, /^line 5, column 9: Wrong value: expected string/],
    [
      `${sheet}      - column: UPN\n        letter: A\n        field: pupil.upn\n`,
      /^line 5, column 9: A column is named by its heading/,
    ],
    [
      `${sheet}      - column: UPN\n        feld: pupil.upn\n        field: pupil.upn\n`,
      /^line 6, column 9: There is no "feld" here\.$/,
    ],
    [`${sheet}      - { letter: A1, field: pupil.upn }\n`, /A letter of a column is written A to XFD\./],
    [`${sheet}      - { letter: A, field: pupil.upn }\n`, /Say headerRow/],
    [
      `${sheet.replace('columns', 'headerRow: 0\n    columns')}      - { column: A, field: pupil.upn }\n`,
      /without headings \(headerRow: 0\)/,
    ],
    [
      `${sheet}      - { column: A, field: pupil.upn }\n      - { column: a, field: pupil.upn }\n`,
      /^line 6, column 9: The column is there twice\.$/,
    ],
    [`${sheet}      - { column: A, field: pupil.upn, with: { subject: X } }\n`, /there is no "subject" here/],
    [`${sheet}      - { column: A, field: pupil.upn, dateOrder: mdy }\n`, /The field is no date\./],
    [
      `${sheet}      - { column: A, field: pupil.birthDate, dateOrder: ymd }\n`,
      /The order of dates is dmy or mdy\./,
    ],
    [`${sheet}      - { column: A, field: ignore, pad: 6 }\n`, /pad and codes have no use/],
    [`${sheet}      - { column: A, field: 'marks.session:today' }\n`, /marks\.session takes a session/],
    [`${sheet}      - { column: A, field: marks.codes, codes: { a: b } }\n`, /attendanceCodes/],
    [`${sheet}      - { column: ' ', field: pupil.upn }\n`, /A heading is not empty/],
    [`${sheet}      - { column: A, field: 'pupil.phones:' }\n`, /A parameter is missing/],
    [
      'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nf: &f [*e, *e]\ng: [*f, *f]',
      /refers to itself too often/,
    ],
    ['#'.repeat(2_000_001), /at most 2000000 characters/],
  ])('says what is wrong and where (%#)', (text, message) => {
    expect(problems(text)).toMatch(message);
  });

  it('is what the parser asks of a mapping that comes as an object', async () => {
    const mapping = { version: 1, sheets: [] } as unknown as SpreadsheetMapping;
    const source = { head: () => Promise.resolve(Buffer.from('UPN')) } as never;
    const batches = spreadsheetParser.parse(source, { mapping })[Symbol.asyncIterator]();
    await expect(batches.next()).rejects.toThrow('sheets: A mapping needs a sheet.');
  });
});

describe('formatMapping', () => {
  it('writes what parseMapping reads', () => {
    const mapping = parseMapping(whole);
    expect(parseMapping(formatMapping(mapping, { heading: 'Made by hand.\nTwo lines.' }))).toEqual(mapping);
  });

  it('writes how sure each column is above it, on one line whatever the heading holds', () => {
    const mapping = parseMapping(whole);
    const text = formatMapping(mapping, {
      comments: [
        {
          sheet: 'Pupils',
          column: 'UPN',
          letter: 'A',
          field: 'pupil.upn',
          confidence: 0.98,
          reason: 'the heading is known',
          alternatives: ['pupil.upn'],
        },
        {
          sheet: 'Pupils',
          column: 'column C',
          letter: 'C',
          field: 'contact.surname',
          confidence: 0.3,
          reason: 'odd\nfield: x',
          alternatives: ['pupil.surname'],
        },
      ],
    });
    expect(text).toContain('      # 0.98: the heading is known\n      - column: UPN\n');
    expect(text).toContain(
      '      # 0.30: odd field: x Please check. Could be: pupil.surname.\n      - letter: C\n',
    );
    expect(parseMapping(text)).toEqual(mapping);
  });
});
