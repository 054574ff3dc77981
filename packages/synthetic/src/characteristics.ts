import type {
  FsmSpell,
  LookedAfter,
  PupilPremium,
  SenNeed,
  SenProvision,
  ServiceChild,
} from '@rollbook/model';
import { dayNumber, firstDayOfYear, isoDay } from './days.js';
import type { Fields } from './draft.js';
import { type Random, Weighted } from './random.js';

/** The days between which things can have happened to a pupil. */
export interface Span {
  /** First day at any school, as a day number. */
  readonly from: number;
  /** The day of the export. */
  readonly today: number;
  readonly academicYear: number;
}

/**
 * Spells of eligibility for free school meals of a child from a home of low income: with a chance of about eight
 * in ten one that is open now, and for some one before it. About one pupil in four is eligible in all.
 */
export function makeFsmSpells(random: Random, { from, today, academicYear }: Span): Fields<FsmSpell>[] {
  const spells: Fields<FsmSpell>[] = [];
  const open = random.chance(0.8);
  const begin = from + random.below(Math.max(1, Math.floor((today - from) * 0.8)));
  const earlierEnd = from + Math.floor((begin - from) / 2);
  if ((!open || random.chance(0.15)) && earlierEnd > from + 90) {
    spells.push({ startDate: isoDay(from + 30), endDate: isoDay(earlierEnd), country: 'ENG' });
  }
  if (open) {
    const reviewDate = isoDay(dayNumber(academicYear + 1, 7, 10));
    spells.push({ startDate: isoDay(begin), country: 'ENG', reviewDate });
  }
  return spells;
}

const NEEDS = new Weighted([
  ['SLCN', 24],
  ['SEMH', 21],
  ['ASD', 15],
  ['MLD', 12],
  ['SPLD', 11],
  ['OTH', 4],
  ['NSA', 4],
  ['PD', 2.5],
  ['SLD', 2],
  ['HI', 1.6],
  ['VI', 1],
  ['PMLD', 0.7],
  ['MSI', 0.4],
  ['DS', 0.3],
]);

export interface Sen {
  readonly provisions: Fields<SenProvision>[];
  readonly needs: Fields<SenNeed>[];
}

/**
 * SEN: about 14 pupils in 100 have support (K) now and about 5 a plan (E), boys about twice as often as girls, as
 * in the DfE's "Special educational needs in England"; 3 in 100 had support once. Spells follow one another.
 */
export function makeSen(random: Random, sex: 'F' | 'M', { from, today }: Span): Sen {
  const weight = sex === 'M' ? 1.3 : 0.69;
  const point = random.fraction();
  const plan = point < 0.05 * weight;
  const support = !plan && point < 0.19 * weight;
  const past = !plan && !support && point > 0.97;
  if (!plan && !support && !past) return { provisions: [], needs: [] };

  const begin = from + random.between(0, Math.max(0, Math.floor((today - from) * 0.6)));
  const change = begin + Math.floor((today - begin) * (0.3 + 0.6 * random.fraction()));
  const provisions: Fields<SenProvision>[] = [];
  if ((plan && random.chance(0.7)) || past) {
    if (change > begin) {
      provisions.push({ startDate: isoDay(begin), endDate: isoDay(change - 1), provision: 'K' });
    }
    provisions.push({ startDate: isoDay(change), provision: plan ? 'E' : 'N' });
  } else {
    provisions.push({ startDate: isoDay(begin), provision: plan ? 'E' : 'K' });
  }
  if (past) return { provisions, needs: [] };

  let first = NEEDS.pick(random);
  // "No assessment yet" is for support alone: a plan begins with an assessment (School Census rule 2175)
  while (plan && first === 'NSA') first = NEEDS.pick(random);
  const needs: Fields<SenNeed>[] = [{ rank: 1, need: first, startDate: isoDay(begin) }];
  if (first !== 'NSA' && random.chance(plan ? 0.5 : 0.25)) {
    const second = NEEDS.pick(random);
    if (second !== first && second !== 'NSA') needs.push({ rank: 2, need: second, startDate: isoDay(begin) });
  }
  return { provisions, needs };
}

export function makeLookedAfter(random: Random, authority: string): Fields<LookedAfter>[] {
  // One child in four in care is placed by another authority: the other pseudo LAs (see SchoolOptions.upnLa)
  return [{ inCare: true, careAuthority: random.chance(0.75) ? authority : random.pick(['002', '003']) }];
}

export function makeServiceChild(random: Random, service: boolean): Fields<ServiceChild>[] {
  if (service) return [{ indicator: 'Y' }];
  const point = random.fraction();
  if (point < 0.5) return [{ indicator: 'N' }];
  return point < 0.52 ? [{ indicator: 'U' }] : point < 0.53 ? [{ indicator: 'R' }] : [];
}

/** Pupil premium of the financial year of the export; deprivation lasts six years after free school meals. */
export function makePupilPremium(
  span: Span,
  { fsm, service, inCare }: { fsm: readonly Fields<FsmSpell>[]; service: boolean; inCare: boolean },
): Fields<PupilPremium>[] {
  const { today, academicYear } = span;
  const april = dayNumber(academicYear, 4, 1);
  const startDate = isoDay(
    today >= dayNumber(academicYear + 1, 4, 1) ? dayNumber(academicYear + 1, 4, 1) : april,
  );
  const sixYearsAgo = isoDay(firstDayOfYear(academicYear - 6));
  const premium = (reason: string): Fields<PupilPremium> => ({ startDate, eligible: true, reason, fte: 1 });
  if (inCare) return [premium('LAP')];
  const records: Fields<PupilPremium>[] = [];
  if (fsm.some((spell) => spell.endDate === undefined || spell.endDate >= sixYearsAgo))
    records.push(premium('DPP'));
  if (service) records.push(premium('SCP'));
  return records;
}
