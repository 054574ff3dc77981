import {
  addDays,
  type Address,
  assessmentResultKey,
  attendanceMarkKey,
  attendanceSummaryKey,
  type CanonicalRecord,
  contactKey,
  type Enrolment,
  enrolmentKey,
  type FsmSpell,
  type JsonValue,
  type Pupil,
  pupilKey,
  senNeedKey,
  spellKey,
} from '@rollbook/model';
import fc from 'fast-check';

/** LAESTAB that all records are of. */
export const SCHOOL = '8562001';

const provenance = { file: { sha256: null, size: null, supplier: 'test', format: 'test' }, place: {} };

/** Text as people enter it, with what XML finds awkward; nothing around it, since readers take white space off. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      'O’Neill-Ó Briain',
      'a&amp;b',
      '<![CDATA[',
      ']]>',
      '"quoted"',
      "it's",
      'two\nlines',
      'a\r\nb',
      '😀 x',
    ),
  )
  .map((value) => value.trim())
  .filter((value) => value !== '');
const code = fc.string({ unit: fc.constantFrom(...'ABCDEFGHKNPRSTUX0129'), minLength: 1, maxLength: 5 });
const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2001-09-01', days));
const academicYear = fc.integer({ min: 2000, max: 2030 });
const sessions = fc.integer({ min: 0, max: 420 });
const otherSchool = fc.constantFrom('8553003', '8917000', '2013614');

/** Each field there or not. */
function some<T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record<T, never>(shape, { requiredKeys: [] });
}

const coordinate = fc.integer({ min: -9_000_000, max: 9_000_000 }).map((tenths) => tenths / 10);
const addressEnd = some({
  county: text,
  postcode: text,
  country: code,
  easting: coordinate,
  northing: coordinate,
});
const address: fc.Arbitrary<Address> = fc
  .tuple(
    fc.oneof(
      some({
        saon: text,
        paon: text,
        street: text,
        locality: text,
        town: text,
        administrativeArea: text,
        postTown: text,
        uprn: code,
      }),
      fc.array(text, { minLength: 1, maxLength: 5 }).map((lines): Address => ({ lines })),
    ),
    addressEnd,
  )
  .map(([parts, end]): Address => ({ ...parts, ...end }))
  .filter((value) => Object.keys(value).length > 0);
const phones = fc.array(fc.oneof(fc.record({ number: text }), fc.record({ number: text, type: code })), {
  minLength: 1,
  maxLength: 3,
});
const emails = text.map((value) => [{ address: value }]);
const extensions = fc.constantFrom<Record<string, JsonValue>[]>(
  { NAWdetails: { SpeakWelsh: '2', ALNneeds: { ALNType: ['SLCD', 'BESD'] } } },
  { BasicDetails: { FormerForename: 'X' }, SuppInfo: { SuppID: '1', '#text': 'free & text' } },
  { Address: { Zip: '123', '@id': '"1"' }, Contacts: { Note: 'n' }, '@origin': 'x\ny' },
);

const pupilFields = fc.record(
  {
    upn: fc.integer({ min: 100, max: 999 }).map((serial) => `A8562001190${serial}`.slice(0, 13)),
    uln: fc.constantFrom('1000000035', '1000000043'),
    uci: code,
    surname: text,
    forename: text,
    middleNames: text,
    preferredSurname: text,
    preferredForename: text,
    formerUpns: fc.array(fc.constantFrom('B856200118001', 'C85620011800A'), { minLength: 1, maxLength: 2 }),
    formerSurnames: fc.array(text, { minLength: 1, maxLength: 2 }),
    birthDate: day,
    sex: fc.constantFrom('F', 'M', 'U'),
    ethnicity: code,
    ethnicitySource: code,
    languages: fc.array(fc.oneof(fc.record({ code }), fc.record({ code, type: code })), {
      minLength: 1,
      maxLength: 3,
    }),
    disabilities: fc.array(code, { minLength: 1, maxLength: 3 }),
    medicalFlag: fc.boolean(),
    address,
    phones,
    emails,
    extensions,
  },
  { requiredKeys: ['surname'] },
);

/** One of each key. */
function distinct<T extends { key: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.key, record])).values()];
}

function list<T extends { key: string }>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(one, { maxLength }).map(distinct);
}

/** What all records about the pupil with this key have. */
function about(key: string) {
  return { key: '', pupilKey: key, school: SCHOOL, provenance };
}

function contacts(key: string) {
  return list(
    fc
      .tuple(
        fc.record(
          {
            priority: fc.integer({ min: 1, max: 999 }),
            title: text,
            surname: text,
            forename: text,
            middleNames: text,
            sex: code,
            relationship: code,
            parentalResponsibility: fc.boolean(),
            phones,
            emails,
          },
          { requiredKeys: ['surname'] },
        ),
        fc.oneof(
          fc.constant({}),
          fc.constant({ livesWithPupil: true }),
          address.map((value) => ({ address: value })),
        ),
      )
      .map(([fields, where]) => ({
        kind: 'contact' as const,
        ...about(key),
        ...fields,
        ...where,
        key: contactKey(key, fields),
      })),
    3,
  );
}

function history(key: string): fc.Arbitrary<Enrolment[]> {
  const dates = some({ entryDate: day, leavingDate: day, leavingReason: code, lastSchool: fc.boolean() });
  const names = some({ attendedName: text, attendedUrn: code });
  const before = fc
    .tuple(dates, names, otherSchool)
    .map(([when, name, attended]): Enrolment => ({
      kind: 'enrolment',
      ...about(key),
      current: false,
      attended,
      ...when,
      ...name,
    }));
  const now = fc
    .tuple(dates, names, some({ yearGroup: fc.constantFrom('N1', 'R', '6', '13', 'X'), status: code }))
    .filter((parts) => parts.some((part) => Object.keys(part).length > 0))
    .map(([when, name, basic]): Enrolment => ({
      kind: 'enrolment',
      ...about(key),
      current: true,
      attended: SCHOOL,
      ...when,
      ...name,
      ...basic,
    }));
  return fc
    .tuple(fc.array(before, { maxLength: 3 }), fc.option(now, { nil: undefined }))
    .map(([past, present]) =>
      distinct(
        [...past, ...(present === undefined ? [] : [present])].map((one) => ({
          ...one,
          key: enrolmentKey(key, one),
        })),
      ),
    );
}

function fsmSpells(key: string): fc.Arbitrary<FsmSpell[]> {
  const spell = fc
    .record(
      { startDate: day, endDate: day, country: code, extensions: fc.constant({ FSMCategory: 'TFSM' }) },
      { requiredKeys: ['startDate'] },
    )
    .map((fields) => ({
      kind: 'fsm-spell' as const,
      ...about(key),
      ...fields,
      key: spellKey(key, fields.startDate, fields.country),
    }));
  // a file has one review date, which is that of one spell
  return fc
    .tuple(list<FsmSpell>(spell, 1), fc.option(day, { nil: undefined }))
    .map(([spells, reviewDate]) =>
      reviewDate === undefined ? spells : spells.map((one) => ({ ...one, reviewDate })),
    );
}

function sen(key: string): fc.Arbitrary<CanonicalRecord[]> {
  const provisions = list(
    fc
      .record({ startDate: day, endDate: day, provision: code }, { requiredKeys: ['startDate', 'provision'] })
      .map((fields) => ({
        kind: 'sen-provision' as const,
        ...about(key),
        ...fields,
        key: spellKey(key, fields.startDate, fields.provision),
      })),
    3,
  );
  const needs = list(
    fc
      .record(
        { need: code, rank: fc.integer({ min: 1, max: 99 }), startDate: day, endDate: day },
        { requiredKeys: ['need'] },
      )
      .map((fields) => ({
        kind: 'sen-need' as const,
        ...about(key),
        ...fields,
        key: senNeedKey(key, fields),
      })),
    3,
  );
  return fc.tuple(provisions, needs).map((parts) => parts.flat());
}

function attendance(key: string): fc.Arbitrary<CanonicalRecord[]> {
  const summaries = list(
    fc
      .record(
        {
          academicYear,
          attended: otherSchool,
          sessionsPossible: sessions,
          sessionsAttended: sessions,
          sessionsAuthorised: sessions,
          sessionsUnauthorised: sessions,
        },
        { requiredKeys: ['academicYear', 'sessionsPossible'] },
      )
      .map((fields) => ({
        kind: 'attendance-summary' as const,
        ...about(key),
        ...fields,
        key: attendanceSummaryKey(key, fields),
      })),
    3,
  );
  const marks = list(
    fc
      .record({
        date: day,
        session: fc.constantFrom('AM' as const, 'PM' as const),
        code: fc.constantFrom(...'/\\LBCDEGHIMNOPQRSTUVWXYZ#<&'),
        elsewhere: fc.boolean(),
      })
      .map(({ elsewhere, ...fields }) => ({
        kind: 'attendance-mark' as const,
        ...about(key),
        ...fields,
        ...(elsewhere ? { extensions: { LEA: '855', Estab: '3003' } } : {}),
        key: attendanceMarkKey(key, fields.date, fields.session),
      })),
    8,
  );
  return fc.tuple(summaries, marks).map((parts) => parts.flat());
}

function results(key: string): fc.Arbitrary<CanonicalRecord[]> {
  return list(
    fc
      .record(
        {
          stage: code,
          academicYear,
          locale: code,
          subject: code,
          method: code,
          component: code,
          resultQualifier: code,
          resultStatus: code,
          result: text,
          resultDate: day,
        },
        { requiredKeys: ['subject'] },
      )
      .map((fields) => ({
        kind: 'assessment-result' as const,
        ...about(key),
        ...fields,
        key: assessmentResultKey(key, fields),
      })),
    5,
  );
}

function flags(key: string): fc.Arbitrary<CanonicalRecord[]> {
  const spell = spellKey(key, undefined);
  return fc
    .tuple(
      some({ inCare: fc.boolean(), careAuthority: code }),
      fc.constantFrom('Y', 'N', 'U', 'R'),
      fc.record(
        { startDate: day, eligible: fc.boolean(), reason: code, fte: fc.constantFrom(0, 0.5, 1) },
        { requiredKeys: ['startDate'] },
      ),
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    )
    .map(([care, indicator, premium, [hasCare, isService, hasPremium]]) => {
      const records: CanonicalRecord[] = [];
      if (hasCare && Object.keys(care).length > 0) {
        records.push({ kind: 'looked-after', ...about(key), ...care, key: spell });
      }
      if (isService) records.push({ kind: 'service-child', ...about(key), indicator, key: spell });
      if (hasPremium) {
        const premiumKey = spellKey(key, premium.startDate, premium.reason);
        records.push({ kind: 'pupil-premium', ...about(key), ...premium, key: premiumKey });
      }
      return records;
    });
}

/** A pupil and all that a CTF can say of one, the pupil record first. */
export const arbitraryPupil: fc.Arbitrary<CanonicalRecord[]> = pupilFields.chain((fields) => {
  const key = pupilKey(fields) ?? '';
  const pupil: Pupil = { kind: 'pupil', school: SCHOOL, provenance, ...fields, key };
  return fc
    .tuple(flags(key), fsmSpells(key), sen(key), contacts(key), attendance(key), results(key), history(key))
    .map((parts) => [pupil, ...parts.flat()]);
});
