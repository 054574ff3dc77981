import {
  academicYearOf,
  isIsoDate,
  isLaestab,
  type CanonicalRecord,
  type Pupil,
  type School,
  schoolKey,
} from '@rollbook/model';
import { makeResults } from './attainment.js';
import {
  makeFsmSpells,
  makeLookedAfter,
  makePupilPremium,
  makeSen,
  makeServiceChild,
} from './characteristics.js';
import { dayNumber, isoDay } from './days.js';
import { assemble, type PupilDraft } from './draft.js';
import { type Family, makeFamily, surnameFor } from './family.js';
import { applyFault, type FaultKind, faultKinds } from './faults.js';
import { syntheticUln, UpnRegister } from './identifiers.js';
import { type AttendanceOptions, MAX_PUPILS, type Phase, type SchoolOptions } from './options.js';
import { emailAddress, mobilePhone } from './places.js';
import { Random, Weighted } from './random.js';
import { Register } from './register.js';
import { type CareerContext, makeAttendance, makeEnrolments, makeStays } from './school-career.js';

/** One pupil with all records about the pupil. */
export interface SyntheticPupil {
  /** Position in the school, from 0. */
  readonly index: number;
  readonly pupil: Pupil;
  /** The pupil's record first; exclusions and session marks, where there are any, last. */
  readonly records: readonly [Pupil, ...CanonicalRecord[]];
  /** The mistake that was put in on purpose, where one was. */
  readonly fault?: FaultKind;
}

export interface SyntheticSchool {
  readonly record: School;
  /** Seven digits. */
  readonly laestab: string;
  /** The school year of the export, by the year it starts in. */
  readonly academicYear: number;
  /** The day of the export, `YYYY-MM-DD`. */
  readonly date: string;
  /** One pupil after another, made as they are asked for; each call begins anew with the same first pupil. */
  pupils(): Generator<SyntheticPupil, void, undefined>;
  /** The pupils' records one after another, the school's not among them. */
  records(): Generator<CanonicalRecord, void, undefined>;
}

const YEAR_INDEXES: Readonly<Record<Phase, Weighted<number>>> = {
  primary: new Weighted([0, 1, 2, 3, 4, 5, 6].map((year) => [year, 2])),
  // About half stay on at a sixth form
  secondary: new Weighted([7, 8, 9, 10, 11, 12, 13].map((year) => [year, year > 11 ? 1 : 2])),
  'all-through': new Weighted(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((year) => [year, year > 11 ? 1 : 2]),
  ),
};
/** ULNs are given out from year 9 on. */
const FIRST_ULN_YEAR = 9;
/** School years with sums of attendance, the present one among them. */
const ATTENDANCE_YEARS = 3;
const FIRST_MARKS = '2013-09-01';
const ETHNICITY_SOURCES = new Weighted([
  ['P', 85],
  ['C', 8],
  ['S', 4],
  ['T', 2],
  ['O', 1],
]);

function resolve(options: SchoolOptions): CareerContext & { readonly date: string } {
  const {
    pupils,
    phase = 'all-through',
    date = '2026-11-20',
    la = '999',
    upnLa = '001',
    establishment = '8888',
  } = options;
  if (!Number.isSafeInteger(options.seed)) throw new RangeError('seed must be a whole number');
  if (!Number.isSafeInteger(pupils) || pupils < 1 || pupils > MAX_PUPILS) {
    throw new RangeError(`pupils must be a whole number from 1 to ${MAX_PUPILS}`);
  }
  if (!isIsoDate(date) || date < '2015-09-01' || date > '2090-01-01') {
    throw new RangeError('date must be a day as YYYY-MM-DD, from September 2015 on');
  }
  if (!isLaestab(la + establishment) || la.length !== 3 || Number(establishment) < 4100) {
    throw new RangeError('la must have three digits, and establishment four, from 4100 on');
  }
  if (!/^\d{3}$/.test(upnLa)) throw new RangeError('upnLa must have three digits');
  if (options.attendance !== undefined) checkAttendance(options.attendance, date);
  const rate = options.faults?.rate ?? 0;
  if (!(rate >= 0 && rate <= 1)) throw new RangeError('faults.rate must be from 0 to 1');
  const today = Date.parse(date) / 86_400_000;
  return {
    date,
    la,
    upnLa,
    establishment,
    phase,
    laestab: la + establishment,
    schoolName: options.name ?? 'Rollbook Example Academy',
    urn: options.urn ?? '999001',
    academicYear: academicYearOf(date),
    today,
  };
}

function checkAttendance({ from, to }: AttendanceOptions, date: string): void {
  if (!isIsoDate(from) || !isIsoDate(to) || from > to || from < FIRST_MARKS || to > date) {
    throw new RangeError(
      `attendance must be from a day to a day as YYYY-MM-DD, from ${FIRST_MARKS} to the date of the export`,
    );
  }
}

/** Years and birthdays of the children of one family, the oldest first; now and then there are twins. */
function childrenOf(
  random: Random,
  family: Family,
  years: Weighted<number>,
  academicYear: number,
): { yearIndex: number; birthDay: number }[] {
  const children: { yearIndex: number; birthDay: number }[] = [];
  for (let i = 0; i < family.children; i++) {
    const twin = children.at(-1);
    if (twin !== undefined && random.chance(0.04)) {
      children.push(twin);
      continue;
    }
    const yearIndex = years.pick(random);
    if (children.some((child) => child.yearIndex === yearIndex)) continue;
    const first = dayNumber(academicYear - 5 - yearIndex, 9, 1);
    const last = dayNumber(academicYear - 4 - yearIndex, 8, 31);
    children.push({ yearIndex, birthDay: random.between(first, last) });
  }
  return children.sort((a, b) => a.birthDay - b.birthDay);
}

/** Names of a child: legal, middle, preferred. No two children of a family have the same forename. */
function makeNames(
  random: Random,
  family: Family,
  sex: 'F' | 'M',
  taken: Set<string>,
): Partial<PupilDraft['pupil']> {
  const forenames = sex === 'F' ? family.names.girls : family.names.boys;
  let forename = random.pick(forenames);
  for (let tries = 0; taken.has(forename) && tries < 20; tries++) forename = random.pick(forenames);
  taken.add(forename);
  const middle = random.chance(0.55) ? random.pick(forenames) : undefined;
  const ownScript = sex === 'F' ? family.names.ownScript?.girls : family.names.ownScript?.boys;
  const preferred =
    ownScript !== undefined && random.chance(0.15)
      ? random.pick(ownScript)
      : middle !== undefined && random.chance(0.08)
        ? middle
        : undefined;
  return {
    surname: surnameFor(family.names, family.surname, sex),
    forename,
    ...(middle === undefined || middle === forename ? {} : { middleNames: middle }),
    ...(preferred === undefined || preferred === forename ? {} : { preferredForename: preferred }),
    ...(family.otherSurname !== family.surname && random.chance(0.06)
      ? { preferredSurname: surnameFor(family.names, family.otherSurname, sex) }
      : {}),
    ...(random.chance(0.01) ? { formerSurnames: [random.pick(family.names.surnames)] } : {}),
  };
}

interface Child {
  readonly index: number;
  readonly yearIndex: number;
  readonly birthDay: number;
  readonly takenForenames: Set<string>;
}

function makePupil(
  random: Random,
  context: CareerContext,
  register: UpnRegister,
  family: Family,
  child: Child,
): PupilDraft {
  const { academicYear, today, phase } = context;
  const { index, yearIndex, birthDay } = child;
  const sex = random.chance(0.512) ? 'M' : 'F';
  const yearGroup = yearIndex === 0 ? 'R' : String(yearIndex);
  const reception = academicYear - yearIndex;

  const abroad = yearIndex > 0 && family.language !== 'ENG' && random.chance(0.25);
  const firstYear = abroad ? random.between(reception + 1, academicYear) : reception;
  // Who comes from abroad gets the UPN where the first school in England is
  const own =
    phase === 'secondary'
      ? abroad && firstYear >= reception + 7
      : random.chance(yearIndex === 0 ? 0.97 : 0.72);
  const permanent = register.permanent(firstYear, own);
  // A school gives a temporary UPN to a newcomer whose own is not yet known
  const upn = random.chance(0.012) ? register.temporary(academicYear) : permanent.upn;
  const stays = makeStays(random, context, { firstYear, reception, feeder: permanent.feeder });

  const span = { from: (stays[0] as { from: number }).from, today, academicYear };
  const fsmSpells = family.lowIncome ? makeFsmSpells(random, span) : [];
  const sen = makeSen(random, sex, span);
  const names = makeNames(random, family, sex, child.takenForenames);
  const bilingual = family.language !== 'ENG' && random.chance(0.3);
  const pupil: PupilDraft['pupil'] = {
    upn,
    ...(random.chance(0.015) ? { formerUpns: [register.permanent(firstYear, false).upn] } : {}),
    ...(yearIndex >= FIRST_ULN_YEAR ? { uln: syntheticUln(index) } : {}),
    ...names,
    birthDate: isoDay(birthDay),
    sex,
    ethnicity: family.community.ethnicity,
    ethnicitySource: ETHNICITY_SOURCES.pick(random),
    languages: [{ code: family.language, type: 'F' }, ...(bilingual ? [{ code: 'ENG', type: 'H' }] : [])],
    ...(random.chance(0.06) ? { medicalFlag: true } : {}),
    address: family.address,
    ...(yearIndex >= 9 && random.chance(0.5) ? { phones: [mobilePhone(random)] } : {}),
    ...(yearIndex >= 7 && random.chance(0.8)
      ? { emails: [{ address: emailAddress(random, names.forename ?? '', names.surname ?? '') }] }
      : {}),
  };
  return {
    index,
    pupil,
    contacts: [...family.contacts],
    enrolments: makeEnrolments(random, context, stays, { index, yearGroup }),
    fsmSpells,
    senProvisions: sen.provisions,
    senNeeds: sen.needs,
    lookedAfter: family.inCare ? makeLookedAfter(random, context.upnLa) : [],
    serviceChild: makeServiceChild(random, family.service),
    pupilPremium: makePupilPremium(span, { fsm: fsmSpells, service: family.service, inCare: family.inCare }),
    attendance: makeAttendance(random, context, stays, ATTENDANCE_YEARS),
    results: makeResults(random, academicYear, yearIndex, firstYear - reception),
    exclusions: [],
    marks: [],
  };
}

/** Streams of random numbers that do not get in each other's way: faults change no pupil beside their own. */
const FAMILY_STREAM = 1;
const FAULT_STREAM = 2;

/**
 * A school with pupils that no one is: seeded, so that the same options give the same records on every machine, and
 * lazy, so that memory does not grow with the school. The children of a family follow one another and share
 * address and contacts. Telephone numbers, email addresses, postcodes, LA and places are out of use by design
 * (see places.ts).
 *
 * @throws RangeError when an option is out of range
 */
export function createSchool(options: SchoolOptions): SyntheticSchool {
  const context = resolve(options);
  const { laestab, la, upnLa, establishment, urn, schoolName } = context;
  const provenance = {
    file: { name: 'synthetic', sha256: null, size: null, supplier: 'rollbook', format: 'synthetic' },
    place: {},
  };
  const rate = options.faults?.rate ?? 0;
  const kinds = options.faults?.kinds ?? faultKinds;
  const record: School = {
    kind: 'school',
    key: schoolKey({ laestab, urn }) ?? laestab,
    school: laestab,
    provenance,
    la,
    establishment,
    urn,
    name: schoolName,
  };

  function* pupils(): Generator<SyntheticPupil, void, undefined> {
    const register = new UpnRegister(upnLa, establishment, options.pupils);
    const years = YEAR_INDEXES[context.phase];
    const attendance = new Register(options, context);
    let firstUpn: string | undefined;
    let index = 0;
    for (let number = 0; index < options.pupils; number++) {
      const random = new Random(options.seed, FAMILY_STREAM, number);
      const family = makeFamily(random);
      const takenForenames = new Set<string>();
      for (const { yearIndex, birthDay } of childrenOf(random, family, years, context.academicYear)) {
        if (index === options.pupils) break;
        const draft = makePupil(random, context, register, family, {
          index,
          yearIndex,
          birthDay,
          takenForenames,
        });
        attendance.add(draft, { yearIndex, birthDay });
        firstUpn ??= draft.pupil.upn;
        let fault: FaultKind | undefined;
        if (rate > 0 && kinds.length > 0) {
          const faults = new Random(options.seed, FAULT_STREAM, index);
          if (faults.chance(rate)) fault = applyFault(draft, kinds, faults, { date: context.date, firstUpn });
        }
        const records = assemble(draft, { laestab, provenance });
        yield { index, pupil: records[0], records, ...(fault === undefined ? {} : { fault }) };
        index++;
      }
    }
  }

  return {
    record,
    laestab,
    academicYear: context.academicYear,
    date: context.date,
    pupils,
    *records() {
      for (const pupil of pupils()) yield* pupil.records;
    },
  };
}
