import { collect, type Issue, openSource } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMapping, formatMapping, spreadsheetParser, suggestMapping } from './index.js';
import { testPupils, type TestPupil, ukDate } from './pupils.test-support.js';

const pupils = testPupils(12);

/** Columns that any list may have: how the heading is written, and a value for each pupil. */
const columns: readonly (readonly [readonly string[], (pupil: TestPupil) => string])[] = [
  [['UPN', 'Unique Pupil Number', 'upn'], ({ upn }) => upn],
  [['Surname', 'Legal Surname', 'LAST NAME'], ({ surname }) => surname],
  [['Forename', 'First Name', 'Legal_Forename'], ({ forename }) => forename],
  [['DOB', 'Date of Birth', 'D.O.B.'], ({ birthDate }) => ukDate(birthDate)],
  [['Gender', 'Sex'], ({ sex }) => sex],
  [['Year Group', 'NC Year', 'Yr'], ({ year }) => `Year ${year}`],
  [['Reg Group', 'Form', 'Tutor Group'], ({ group }) => group],
  [['Admission Number', 'Adno'], ({ index }) => `00${4000 + index}`],
  [['Admission Date', 'DOA'], ({ entryDate }) => ukDate(entryDate)],
  [['FSM', 'Free School Meals'], ({ index }) => (index % 2 === 0 ? 'Yes' : 'No')],
  [['SEN Status', 'SEN'], ({ index }) => (index % 3 === 0 ? 'K' : 'N')],
  [['SEN Need 1', 'SEN Type 1'], ({ index }) => (index % 3 === 0 ? 'ASD' : '')],
  [['SEN Need 2'], ({ index }) => (index % 3 === 0 ? 'SLCN' : '')],
  [['Ethnicity', 'Ethnic Origin'], () => 'WBRI'],
  [['Postcode', 'Post Code'], () => 'ZY1 9AB'],
  [['Contact 1 Surname', 'Parent 1 Last Name'], ({ surname }) => surname],
  [['Contact 1 Forename'], () => 'Pat'],
  [['Contact 1 Mobile', 'Contact 1 Mobile Telephone'], () => '07700 900001'],
  [['Contact 2 Surname'], () => 'Other'],
  [['Contact 2 Email'], ({ index }) => `p${index}@example.org`],
  [['Telephone', 'Home Telephone'], () => '01632 960001'],
  [['Title', 'Age', 'Shoe size'], ({ index }) => String(index)],
  [['% Attendance'], () => '92.9'],
];

const list = fc
  .subarray([...columns], { minLength: 4 })
  .chain((chosen) =>
    fc.tuple(
      fc.shuffledSubarray(chosen, { minLength: chosen.length }),
      fc.array(fc.nat(2), { minLength: chosen.length, maxLength: chosen.length }),
    ),
  )
  .map(([chosen, spellings]) => {
    const headings = chosen.map(([names], i) => names[(spellings[i] as number) % names.length] as string);
    return [headings, ...pupils.map((pupil) => chosen.map(([, value]) => value(pupil)))];
  })
  .filter(([headings = []]) =>
    headings.some((heading) => ['UPN', 'Unique Pupil Number', 'upn'].includes(heading)),
  );

const titles = fc.array(fc.constantFrom(['Example School'], ['Printed 01/10/2026'], ['']), { maxLength: 3 });

it('reads a list with known headings the same by the mapping that is suggested as without one', async () => {
  await fc.assert(
    fc.asyncProperty(titles, list, async (above, rows) => {
      const bytes = Buffer.from([...above, ...rows].map((row) => row.join(',')).join('\n'));
      const open = () => openSource(bytes, { name: 'list.csv' });
      const options = { school: '9998888', latestYear: 2026 };
      const { mapping } = await suggestMapping(await open(), { today: '2026-11-20' });
      const written = parseMapping(formatMapping(mapping));
      expect(written).toEqual(mapping);
      const by = await collect(spreadsheetParser.parse(await open(), { ...options, mapping: written }));
      const without = await collect(spreadsheetParser.parse(await open(), options));
      expect(by.records).toEqual(without.records);
      // A column that the mapping names is not unknown
      const told = ({ code }: Issue) => code !== 'spreadsheet-column-unknown';
      expect(by.issues.filter(told)).toEqual(without.issues.filter(told));
      expect(by.records.filter(({ kind }) => kind === 'pupil')).toHaveLength(pupils.length);
    }),
    { numRuns: 60 },
  );
}, 120_000);
