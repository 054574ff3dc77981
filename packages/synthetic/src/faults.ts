import { isUpn, UPN_ALPHABET } from '@rollbook/model';
import { dayNumber, isoDay } from './days.js';
import type { PupilDraft } from './draft.js';
import type { Random } from './random.js';

/** What a fault may know of its school. */
export interface FaultContext {
  /** The day of the export, `YYYY-MM-DD`. */
  readonly date: string;
  /** UPN of the school's first pupil, for a UPN that stands twice. */
  readonly firstUpn: string | undefined;
}

/** Spoils one thing of a draft; false when this pupil has nothing that can be spoilt in this way. */
type Fault = (draft: PupilDraft, random: Random, context: FaultContext) => boolean;

function otherLetter(letter: string, random: Random): string {
  const index = UPN_ALPHABET.indexOf(letter);
  return UPN_ALPHABET.charAt((index + random.between(1, UPN_ALPHABET.length - 1)) % UPN_ALPHABET.length);
}

/**
 * Every fault by its kind, in kebab-case. Each is one that schools make, can be written to a supplier's format,
 * and leaves records that still fit their schemas: they are for rules to find, not for a parser to stumble over.
 */
const FAULTS = {
  /** Check letter that doesn't go with the twelve digits. */
  'upn-check-letter': ({ pupil }, random) => {
    if (pupil.upn === undefined || !isUpn(pupil.upn)) return false;
    pupil.upn = otherLetter(pupil.upn.charAt(0), random) + pupil.upn.slice(1);
    return true;
  },
  'upn-too-short': ({ pupil }) => {
    if (pupil.upn === undefined) return false;
    pupil.upn = pupil.upn.slice(0, -1);
    return true;
  },
  'upn-missing': ({ pupil }) => {
    delete pupil.upn;
    return true;
  },
  /** The UPN of another pupil of the school. */
  'upn-of-another': ({ pupil, index }, _random, { firstUpn }) => {
    // The next pupil after the first would stand beside it, and so be taken for the same one
    if (index < 2 || firstUpn === undefined) return false;
    pupil.upn = firstUpn;
    return true;
  },
  'uln-check-digit': ({ pupil }, random) => {
    if (pupil.uln === undefined) return false;
    const digit = (Number(pupil.uln.charAt(9)) + random.between(1, 9)) % 10;
    pupil.uln = pupil.uln.slice(0, 9) + String(digit);
    return true;
  },
  'surname-missing': ({ pupil }) => {
    delete pupil.surname;
    return true;
  },
  'forename-missing': ({ pupil }) => {
    delete pupil.forename;
    return true;
  },
  'surname-with-digits': ({ pupil }, random) => {
    pupil.surname = `${pupil.surname ?? ''}${random.between(1, 9)}`;
    return true;
  },
  'birth-date-missing': ({ pupil }) => {
    delete pupil.birthDate;
    return true;
  },
  'birth-date-in-future': ({ pupil }, random, { date }) => {
    pupil.birthDate = isoDay(Date.parse(date) / 86_400_000 + random.between(2, 400));
    return true;
  },
  /** An adult's year: the wrong century, or the parent's date of birth. */
  'birth-date-of-adult': ({ pupil }, random) => {
    pupil.birthDate = isoDay(random.between(dayNumber(1971, 1, 1), dayNumber(1990, 1, 1)));
    return true;
  },
  /** A day that no calendar has, such as 30 February. */
  'birth-date-no-such-day': ({ pupil }, random) => {
    pupil.birthDate = `${pupil.birthDate?.slice(0, 4) ?? '2015'}-${random.pick(['02-30', '04-31', '13-01', '06-31'])}`;
    return true;
  },
  'sex-unknown-code': ({ pupil }) => {
    pupil.sex = 'Z';
    return true;
  },
  'ethnicity-unknown-code': ({ pupil }, random) => {
    pupil.ethnicity = random.pick(['XXXX', 'WBRT', 'ASIA', 'NONE']);
    return true;
  },
  'language-unknown-code': ({ pupil }) => {
    pupil.languages = [{ code: 'E1', type: 'F' }];
    return true;
  },
  'postcode-malformed': ({ pupil }, random) => {
    if (pupil.address === undefined) return false;
    // The address is shared by the family, so a new one
    pupil.address = { ...pupil.address, postcode: random.pick(['ZYI 2AB', 'ZY12A', 'NONE', 'ZY1 22B']) };
    return true;
  },
  /** A year group two or more years off the age. */
  'year-group-against-age': ({ enrolments }) => {
    const current = enrolments.find((enrolment) => enrolment.current);
    if (current === undefined) return false;
    const year = current.yearGroup === 'R' ? 0 : Number(current.yearGroup);
    current.yearGroup = year < 7 ? String(year + 4) : String(year - 4);
    return true;
  },
  'leaving-before-entry': ({ enrolments }) => {
    const past = enrolments.find(
      (enrolment) => enrolment.entryDate !== undefined && enrolment.leavingDate !== undefined,
    );
    if (past === undefined) return false;
    const { entryDate, leavingDate } = past;
    past.entryDate = leavingDate;
    past.leavingDate = entryDate;
    return true;
  },
  'fsm-end-before-start': ({ fsmSpells }) => {
    const spell = fsmSpells.at(-1);
    if (spell?.startDate === undefined) return false;
    spell.endDate = isoDay(Date.parse(spell.startDate) / 86_400_000 - 60);
    return true;
  },
  /** Two provisions on the same days. */
  'sen-spells-overlap': ({ senProvisions }, _random, { date }) => {
    const today = Date.parse(date) / 86_400_000;
    senProvisions.length = 0;
    senProvisions.push(
      { startDate: isoDay(today - 500), endDate: isoDay(today - 100), provision: 'K' },
      { startDate: isoDay(today - 300), provision: 'E' },
    );
    return true;
  },
  'sen-end-before-start': ({ senProvisions }, _random, { date }) => {
    const today = Date.parse(date) / 86_400_000;
    senProvisions.length = 0;
    senProvisions.push({ startDate: isoDay(today - 200), endDate: isoDay(today - 320), provision: 'K' });
    return true;
  },
  'sen-need-without-provision': ({ senProvisions, senNeeds }) => {
    senProvisions.length = 0;
    if (senNeeds.length === 0) senNeeds.push({ rank: 1, need: 'SLCN' });
    return true;
  },
  /** More sessions attended than there were. */
  'attendance-over-possible': ({ attendance }, random) => {
    const summary = attendance.at(-1);
    if (summary?.sessionsPossible === undefined) return false;
    summary.sessionsAttended = summary.sessionsPossible + random.between(2, 60);
    return true;
  },
  /** Present and absences that don't add up. */
  'attendance-sum': ({ attendance }, random) => {
    const summary = attendance.at(-1);
    if (summary?.sessionsAuthorised === undefined) return false;
    summary.sessionsAuthorised += random.between(2, 20);
    return true;
  },
  'contact-without-name': ({ contacts }) => {
    const [contact] = contacts;
    if (contact === undefined) return false;
    // Contacts are shared by the family, so a new one
    const nameless = { ...contact };
    delete nameless.surname;
    delete nameless.forename;
    contacts[0] = nameless;
    return true;
  },
} satisfies Record<string, Fault>;

export type FaultKind = keyof typeof FAULTS;

/** Every kind of fault that can be put in. */
export const faultKinds = Object.keys(FAULTS) as readonly FaultKind[];

/**
 * Puts one of the faults into a draft, beginning with one drawn and going on to the next where a pupil has nothing
 * to spoil (no ULN, no attendance). Undefined when none can be put in.
 */
export function applyFault(
  draft: PupilDraft,
  kinds: readonly FaultKind[],
  random: Random,
  context: FaultContext,
): FaultKind | undefined {
  const start = random.below(kinds.length);
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[(start + i) % kinds.length] as FaultKind;
    const fault: Fault = FAULTS[kind];
    if (fault(draft, random, context)) return kind;
  }
  return undefined;
}
