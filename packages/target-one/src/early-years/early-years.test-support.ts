import type { CanonicalRecord, Provenance, Pupil } from '@rollbook/model';
import { openSource } from '@rollbook/parser-kit';
import fc from 'fast-check';
import type { TargetPupil } from '../pupils/target-pupil.js';
import type { EarlyYearsHeader } from './census-header.js';
import { earlyYearsTerm } from './census-terms.js';
import type { EarlyYearsChild, EarlyYearsSettingChildren } from './child.js';
import type { EarlyYearsSetting } from './setting.js';

/** Everything here is invented. */
export const spring2026 = earlyYearsTerm('SPR', 2026);

export const aHeader: EarlyYearsHeader = {
  term: 'SPR',
  year: 2026,
  referenceDate: '2026-01-15',
  la: '920',
  software: 'Rollbook',
  serial: 1,
  created: '2026-01-20T10:36:42',
};

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** Fields that are given as undefined are taken out. */
function withChanges<T extends object>(base: T, changes: Loose<T>): T {
  const entries = Object.entries({ ...base, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

/** A setting that no rule finds anything wrong with. */
export function aSetting(changes: Loose<EarlyYearsSetting> = {}): EarlyYearsSetting {
  return withChanges<EarlyYearsSetting>(
    {
      urn: '500001',
      ofstedUrn: '2500001',
      la: '920',
      name: 'Acorn Nursery',
      hoursOpen: 50,
      weeksOpen: 51,
      weeksFunded: 38,
      staff: {
        total: 8,
        qts: 2,
        eyps: 2,
        eyts: 2,
        earlyYears: 6,
        earlyYearsQts: 1,
        earlyYearsEyps: 1,
        earlyYearsEyts: 1,
      },
    },
    changes,
  );
}

/** A three-year-old with 15 universal hours that no rule finds anything wrong with. */
export function aChild(changes: Loose<EarlyYearsChild> = {}): EarlyYearsChild {
  return withChanges<EarlyYearsChild>(
    {
      surname: 'Ashgrove',
      forename: 'Wren',
      birthDate: '2022-06-14',
      sex: 'F',
      fundedHours: 15,
      fundedWeeks: 38,
      hoursAtSetting: 20,
      address: { lines: ['1 Mill Lane', 'Testham'], postcode: 'ZZ1 1ZZ' },
    },
    changes,
  );
}

/** A two-year-old with additional support. */
export function aTwoYearOld(changes: Loose<EarlyYearsChild> = {}): EarlyYearsChild {
  return aChild({ birthDate: '2023-06-14', fundingBases: ['ECO'], ...changes });
}

/** A one-year-old of working parents. */
export function aOneYearOld(changes: Loose<EarlyYearsChild> = {}): EarlyYearsChild {
  return aChild({
    birthDate: '2024-06-14',
    fundedHours: undefined,
    fundedWeeks: undefined,
    expandedHours: 20,
    expandedWeeks: 38,
    eligibilityCode: '50012345678',
    ...changes,
  });
}

export const provenance: Provenance = {
  file: { sha256: 'a'.repeat(64), size: 1, supplier: 'test', format: 'test' },
  place: { line: 1 },
};

/** A pupil with records about it; the records' keys and links are put in. */
export function aTargetPupil(
  pupil: Loose<Pupil>,
  records: readonly (Record<string, unknown> & { readonly kind: string })[],
): TargetPupil {
  const key = 'id:1';
  return {
    school: null,
    key,
    pupil: { kind: 'pupil', key, provenance, ...pupil } as Pupil,
    records: records.map(
      (record, index) =>
        ({ key: `${key}|${index}`, pupilKey: key, provenance, ...record }) as CanonicalRecord,
    ),
    guid: null,
    contactGuids: new Map(),
  };
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

export function sourceOf(content: string | Uint8Array): ReturnType<typeof openSource> {
  return openSource(typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** Text that a file can hold and that reading doesn't trim; formulas, quotes, separators and other alphabets in it. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      "'=x",
      '@SUM(A1)',
      '-5',
      "O'Hara",
      'a,b',
      'a;b',
      'say "hi"',
      '<b>&',
      'Zoë',
      '王',
      '+44 (0)1',
    ),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim())
  .filter((text) => text !== '' && !/^\ufeff|\ufeff$/.test(text));
const hours = fc.integer({ min: 0, max: 140 }).map((half) => half / 2);
const weeks = fc.integer({ min: 1, max: 52 });
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const number = fc.nat({ max: 99 });

const children: fc.Arbitrary<EarlyYearsChild> = fc
  .record({
    upn: optional(words),
    surname: optional(words),
    forename: optional(words),
    middleNames: optional(words),
    preferredSurname: optional(words),
    formerSurname: optional(words),
    birthDate: optional(fc.constantFrom('2022-06-14', '2025-01-31', '14/06/2022')),
    sex: optional(fc.constantFrom('F', 'M', 'X')),
    ethnicity: optional(words),
    fundedHours: optional(hours),
    extendedHours: optional(hours),
    expandedHours: optional(hours),
    hoursAtSetting: optional(hours),
    fundedWeeks: optional(weeks),
    extendedWeeks: optional(weeks),
    expandedWeeks: optional(weeks),
    eligibilityCode: optional(words),
    dafIndicator: optional(fc.boolean()),
    eypp: optional(fc.boolean()),
    eyppBasis: optional(fc.constantFrom('EE', 'EO', 'EB', 'EU')),
    fundingBases: optional(fc.subarray(['ECO', 'HSD', 'LAA'], { minLength: 1 })),
    senProvision: optional(fc.constantFrom('N', 'K', 'E')),
    address: optional(
      fc
        .record({
          lines: fc.array(words, { minLength: 1, maxLength: 5 }),
          paon: optional(words),
          postcode: optional(words),
          uprn: optional(words),
        })
        .map((address) => withChanges({}, address)),
    ),
  })
  .map((child) => withChanges<EarlyYearsChild>({}, child));

const settings: fc.Arbitrary<EarlyYearsSetting> = fc
  .record({
    urn: fc.integer({ min: 500_000, max: 799_999 }).map(String),
    ofstedUrn: optional(words),
    la: fc.constant('920'),
    name: optional(words),
    category: optional(words),
    agencyChildminder: optional(fc.boolean()),
    hoursOpen: optional(hours),
    weeksOpen: optional(weeks),
    staff: optional(fc.record({ total: number, qts: number, earlyYearsEyts: number })),
    counts: fc.record({ under1: number, age1: number, age2: number, age3: number, age4: number }),
  })
  .map((setting) => withChanges<EarlyYearsSetting>({ urn: setting.urn }, setting));

/** Returns in which every setting has its counts, so that what is written is what is read. */
export const anyReturns: fc.Arbitrary<EarlyYearsSettingChildren[]> = fc.array(
  fc.record({ setting: settings, children: fc.array(children, { maxLength: 4 }) }),
  { maxLength: 3 },
);

/** Sensitive groups that a return of the DfE's needs. */
export const allGroups = ['ethnicity', 'sen', 'health', 'looked-after'] as const;
