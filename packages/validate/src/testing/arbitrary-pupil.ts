import {
  addDays,
  assessmentResultKey,
  attendanceMarkKey,
  attendanceSummaryKey,
  type CanonicalRecord,
  contactKey,
  enrolmentKey,
  exclusionKey,
  formatUln,
  formatUpn,
  isoWeekday,
  pupilKey,
  senNeedKey,
  spellKey,
  yearGroupForBirthDate,
} from '@rollbook/model';
import fc from 'fast-check';
import { provenance, SCHOOL } from './samples.js';

/** First day of the school year that the pupils are in; they are looked at on 1 October. */
const TERM = '2026-09-01';
const CENSUS_YEAR = 2026;

const forenames = fc.constantFrom(
  'Amélie',
  'Mohammed',
  'Siân',
  "D'Arcy",
  'Jo',
  'Anne-Marie',
  'Krishna',
  'Łukasz',
);
const surnames = fc.constantFrom(
  'Patel',
  "O'Brien",
  'Smith-Jones',
  'Ng',
  'de Souza',
  'Müller',
  'Okonkwo',
  'St. John',
);

/** Aged 5 to 15 on 31 August 2026, so years 1 to 11. */
const birthDates = fc.integer({ min: 0, max: 11 * 365 }).map((days) => addDays('2010-09-01', days));

/** Spells one after another, the last one open or not; days before the term. */
const spells = fc
  .array(fc.integer({ min: 2, max: 200 }), { maxLength: 4 })
  .chain((lengths) => fc.tuple(fc.constant(lengths), fc.boolean()))
  .map(([lengths, open]) => {
    let start = addDays(TERM, -1000);
    return lengths.map((days, i) => {
      const startDate = start;
      const endDate = open && i === lengths.length - 1 ? undefined : addDays(startDate, days);
      start = addDays(startDate, days + 1);
      return { startDate, endDate };
    });
  });

const schoolDays = Array.from({ length: 30 }, (_, i) => addDays(TERM, i)).filter(
  (date) => isoWeekday(date) < 6,
);
const codes = fc.constantFrom('present', 'L', 'I', 'M', 'O', 'N', 'C2', 'Y5', '-', '#');

const shape = fc.record({
  serial: fc.integer({ min: 0, max: 999 }),
  /** Years from birth to the UPN, as far as there are so many yet. */
  allocated: fc.integer({ min: 0, max: 5 }),
  hasUln: fc.boolean(),
  surname: surnames,
  forename: forenames,
  birthDate: birthDates,
  sex: fc.constantFrom('F', 'M'),
  ethnicity: fc.constantFrom('WBRI', 'AIND', 'BAFR', 'REFU', 'MWAS'),
  language: fc.constantFrom('ENG', 'GUJ', 'POL', 'URD'),
  postcode: fc.constantFrom('LE1 1AA', 'LE19 4XY', 'M1 1AE', 'SW1A 2AA'),
  contacts: fc.uniqueArray(forenames, { maxLength: 3 }),
  fsm: spells,
  sen: spells,
  suspensions: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 2 }),
  marks: fc.array(codes, { minLength: schoolDays.length * 2, maxLength: schoolDays.length * 2 }),
  attended: fc.integer({ min: 0, max: 60 }),
  authorised: fc.integer({ min: 0, max: 20 }),
  unauthorised: fc.integer({ min: 0, max: 20 }),
});

/**
 * A pupil with all records, the pupil first, in which no rule finds an error or a query on 1 October 2026.
 * `number` tells pupils of one file apart.
 */
export function validPupil(number: number): fc.Arbitrary<CanonicalRecord[]> {
  return shape.map((one) => {
    const year = Math.min(Number(one.birthDate.slice(2, 4)) + one.allocated, 26);
    const upn = formatUpn({ la: 856, establishment: 1000 + number, year, serial: one.serial });
    const key = pupilKey({ upn }) as string;
    const base = { school: SCHOOL, provenance } as const;
    const ofPupil = { ...base, pupilKey: key } as const;
    const records: CanonicalRecord[] = [
      {
        kind: 'pupil',
        ...base,
        key,
        upn,
        uln: one.hasUln ? formatUln(100_000_000 + number * 7 + (number % 2)) : undefined,
        surname: one.surname,
        // Two pupils of one name and birth date are a query; the middle names don't count.
        forename: `${one.forename} ${'abcdefghij'.charAt(number % 10)}${'abcdefghij'.charAt(Math.floor(number / 10) % 10)}`,
        birthDate: one.birthDate,
        sex: one.sex,
        ethnicity: one.ethnicity,
        languages: [{ code: one.language, type: 'F' }],
        address: { lines: ['1 High Street', 'Leicester'], postcode: one.postcode },
      },
      {
        kind: 'enrolment',
        ...ofPupil,
        key: enrolmentKey(key, { attended: SCHOOL, entryDate: TERM }),
        attended: SCHOOL,
        current: true,
        status: 'C',
        entryDate: TERM,
        yearGroup: yearGroupForBirthDate(one.birthDate, CENSUS_YEAR),
        boarder: 'N',
        partTime: false,
        admissionNumber: String(number).padStart(6, '0'),
      },
      {
        kind: 'attendance-summary',
        ...ofPupil,
        key: attendanceSummaryKey(key, { academicYear: CENSUS_YEAR }),
        academicYear: CENSUS_YEAR,
        sessionsPossible: one.attended + one.authorised + one.unauthorised,
        sessionsAttended: one.attended,
        sessionsAuthorised: one.authorised,
        sessionsUnauthorised: one.unauthorised,
      },
      {
        kind: 'assessment-result',
        ...ofPupil,
        key: assessmentResultKey(key, { stage: 'KS1', subject: 'PHO' }),
        stage: 'KS1',
        subject: 'PHO',
        result: 'WA',
        resultDate: '2026-06-12',
      },
    ];
    one.contacts.forEach((forename, i) =>
      records.push({
        kind: 'contact',
        ...ofPupil,
        key: contactKey(key, { surname: one.surname, forename }),
        surname: one.surname,
        forename,
        priority: i + 1,
        relationship: 'PAM',
      }),
    );
    for (const spell of one.fsm) {
      records.push({
        kind: 'fsm-spell',
        ...ofPupil,
        key: spellKey(key, spell.startDate),
        country: 'ENG',
        ...spell,
      });
    }
    for (const spell of one.sen) {
      records.push({
        kind: 'sen-provision',
        ...ofPupil,
        key: spellKey(key, spell.startDate, 'K'),
        provision: 'K',
        ...spell,
      });
    }
    if (one.sen.length > 0) {
      records.push({
        kind: 'sen-need',
        ...ofPupil,
        key: senNeedKey(key, { need: 'SLCN' }),
        need: 'SLCN',
        rank: 1,
      });
    }
    for (const days of new Set(one.suspensions)) {
      const exclusion = { category: 'SUSP', startDate: addDays(TERM, days) };
      records.push({
        kind: 'exclusion',
        ...ofPupil,
        key: exclusionKey(key, exclusion),
        ...exclusion,
        reasons: ['DB'],
        sessions: 4,
      });
    }
    one.marks.forEach((mark, i) => {
      const date = schoolDays[i >> 1] as string;
      const session = i % 2 === 0 ? 'AM' : 'PM';
      const code = mark === 'present' ? (session === 'AM' ? '/' : '\\') : mark;
      records.push({
        kind: 'attendance-mark',
        ...ofPupil,
        key: attendanceMarkKey(key, date, session),
        date,
        session,
        code,
      });
    });
    return records;
  });
}

/** A file of a few valid pupils, one list of records for each. */
export const validFile: fc.Arbitrary<CanonicalRecord[][]> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => validPupil(i))));

/** What may come in place of a value. */
const junk = fc.oneof(
  fc.constant(undefined),
  fc.string({ minLength: 1, maxLength: 14 }),
  fc.constantFrom('', ' ', '2026-02-31', '9999-12-31', '0000-00-00', 'X', '123456789012345'),
);

/** As {@link validFile}, with some of the plain text values and numbers put out of order. Keys and kinds stay. */
export const spoiltFile: fc.Arbitrary<CanonicalRecord[][]> = validFile.chain((pupils) => {
  const spots = pupils.flatMap((records, pupil) =>
    records.flatMap((record, at) =>
      Object.entries(record)
        .filter(([field, value]) => !KEPT.has(field) && ['string', 'number'].includes(typeof value))
        .map(([field]) => ({ pupil, at, field })),
    ),
  );
  return fc
    .array(fc.tuple(fc.nat({ max: spots.length - 1 }), junk, fc.integer({ min: -5, max: 500 })), {
      maxLength: 25,
    })
    .map((changes) => {
      const copy = pupils.map((records) => records.map((record) => ({ ...record })));
      for (const [spot, text, count] of changes) {
        const { pupil, at, field } = spots[spot]!;
        const record = copy[pupil]![at]! as unknown as Record<string, unknown>;
        record[field] = typeof record[field] === 'number' ? count : text;
      }
      return copy;
    });
});

const KEPT = new Set(['kind', 'key', 'pupilKey', 'school', 'date', 'session']);
